const particles = `
은 는 이 가 을 를 의 에 와 과 로 도 만 란 나 랑 께
에서 에게 한테 께서 까지 부터 에는 에도 으로 이란 이나 이랑 하고 보다 처럼 마다 밖에 조차 마저 라도 라는 라고 로서 로써 로는 와의 과의 에의 이며 에만 만의 들은 들이 들을 들의
이라는 이라고 으로는 으로서 으로써 로부터 에서는 에서도 에서의 에게서 에게는 까지는 까지의 부터는 이라도 들에게 들에서
으로부터 에서부터 에게서는`
const verbs = `
한 할 함 했 된 될 됨 던 는 다
하는 하던 하고 하며 하면 하여 하게 하기 하다 한다 했다 해서 했던 해요 하지 하나 되는 되어 된다 됐다 되고 되면 돼요 었던 았던 는지 은지 은가 을까 는가 나요
하였던 하였다 합니다 하나요 하는가 했나요 했는가 합니까 되었던 되었다 됩니다 되나요 되는가 됐나요 됐는가 됩니까 는가요 은가요 을까요 었는가 았는가 었나요 았나요 습니까 습니다
하였는가 하였나요 하는가요 했는가요 되었는가 되었나요 되는가요 시켰는가 시켰나요 당했는가 당했나요`
const copulas = `
인가 인지 일까 이다 이야 예요
인가요 입니까 입니다 일까요 이에요 였는가 였나요 이었다
이었는가 이었나요`

const endings = [particles, verbs, copulas]
  .flatMap((list) => list.trim().split(/\s+/))
  .sort((a, b) => b.length - a.length)

const attached = new Set(endings)
/** Only a particle or ending: what is left of 으로 in Kafka으로. */
export const isEnding = (word: string): boolean => attached.has(word)

/**
 * A Korean word of a question without its particle or ending, for as long as two syllables remain: 회원의 → 회원,
 * 검색하는 → 검색; 회의 and 도로 stay whole. Only questions are cut: documents keep every syllable.
 */
export function withoutEnding(word: string): string {
  if (word.length < 3) return word
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 2)
  return ending ? word.slice(0, -ending.length) : word
}
