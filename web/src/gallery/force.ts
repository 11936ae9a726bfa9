const forced = ['hover', 'focus-visible', 'active'] as const
export type Forced = (typeof forced)[number]

const pseudo = new RegExp(`:(${forced.join('|')})(?![\\w-])`, 'g')
const focusable = ':is(a, button, input, select, textarea, summary)'
const marked = (selector: string) =>
  selector.replace(pseudo, (_, state) => `:is([data-force~="${state}"] ${state === 'focus-visible' ? focusable : '*'})`)

type Holder = CSSStyleSheet | CSSGroupingRule | CSSStyleRule

function copyRules(holder: Holder): void {
  for (let n = holder.cssRules.length - 1; n >= 0; n--) {
    const rule = holder.cssRules[n]
    if (rule instanceof CSSStyleRule) {
      const selector = marked(rule.selectorText)
      const body = rule.cssText.slice(rule.cssText.indexOf('{'))
      if (selector !== rule.selectorText && !rule.selectorText.includes('data-force'))
        holder.insertRule(`${selector} ${body}`, n + 1)
      if (rule.cssRules.length > 0) copyRules(rule)
    } else if (rule instanceof CSSGroupingRule) copyRules(rule)
  }
}

/** Gives each rule for a pointer or the keyboard a twin for what stands in `data-force`: states that can be looked at. */
export function forceStates(): void {
  for (const sheet of document.styleSheets) copyRules(sheet)
}
