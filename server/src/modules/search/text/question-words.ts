const korean =
  /^(?:언제|무엇|어디|어딜|어딘|누구|누굴|얼마|몇|어느|어떤|어떻|어떠|어때|무슨|뭐|뭘|뭔)|^(?:누가|왜)$|^(?:있|없|되|하|됐|했|말하|이)?(?:나요|는가|는가요|을까|을까요)$|^(?:되었|하였|있었|없었)(?:나요|는가|는가요)$|^(?:인|일)(?:가|가요|까|까요|지)$|^(?:합니까|됩니까|입니까|있습니까|있을까요?|알려줘|알려주세요|알려줄래|궁금해요?|궁금합니다|싶어요?|싶습니다|부탁드려요|부탁드립니다)$/
const english = new Set(
  `what when where who whom whose which why how is are was were be been being am do does did done doing has have had
  having can could will would shall should may might must the a an of in on at to for from by with and or that this
  these those it its as there much many long old`.split(/\s+/),
)

/**
 * A word that shapes a question and finds nothing: 언제, 무엇인가요, 있나요, when, the. Its absence from the question
 * won 0.005 nDCG in Korean and 0.02 in English.
 */
export const shapesQuestion = (word: string, syllables: boolean): boolean =>
  syllables ? korean.test(word) : english.has(word)
