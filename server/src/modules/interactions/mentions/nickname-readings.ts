const shortest = 2
const particles =
  /^(?:님|씨)?(?:이|가|은|는|을|를|의|에게|에게서|에|께|께서|께서는|한테|한테서|도|만|와|과|랑|이랑|아|야|로|으로|부터|까지|처럼|보다|이라고|라고|이에요|예요|이요|요)?$/

/**
 * Korean writes particles without a blank: what stands behind an @ may be a nickname with one (`@한지호에게`). The readings,
 * the longest first; the first that is a nickname counts.
 */
export function nicknameReadings(written: string): string[] {
  const readings = [written]
  for (let end = written.length - 1; end >= shortest; end--)
    if (particles.test(written.slice(end))) readings.push(written.slice(0, end))
  return readings
}
