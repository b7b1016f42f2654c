// Every repetition that can fail after a long match is bounded, so hostile text costs linear time.
export const ADDRESS =
  /(?:https?|ftp):\/\/[^\s<>"“”]{1,2000}|mailto:[^\s<>"“”]{1,200}|www\.[^\s<>"“”]{1,2000}|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{2,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}/uy
export const FILE =
  /[\p{L}\p{N}_#&%()+.-]{1,100}\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|zip|jpe?g|png|gif|exe|url|mp[34]|wpd|rtf)(?=[.,;:!?"'”’)\]>]*$)/iuy
export const HANDLE = /[@#][\p{L}_][\p{L}\p{N}_]{0,100}/uy
export const PHONE =
  /(?!(?:1[5-9]|20)\d\d-(?:1[5-9]|20)\d\d)(?:\+?\d{1,3}[-.])?(?:\d{3}[-.])?(?:\d{3,5}[-.]|\d-)\d{4}(?![\p{L}\p{N}])|\d{1,4}-\d{1,2}-\d{1,4}(?![\p{L}\p{N}-])/uy
export const DATE = /(?:\d{1,2}\/\d\d|\d{2,4}\/\d{1,2}|\d{1,4}\/\d{1,2}\/\d{1,4})(?![\p{L}\p{N}/])/uy
export const NUMBER = /\d{1,2}(?::\d\d){1,2}(?!\d)|\d+(?:,\d{3}(?!\d))*(?:\.\d+)*|[.]\d+/uy
export const AMPERSAND = /[\p{Lu}\p{Ll}]{1,3}&(?:[\p{Lu}]{1,3}|[\p{Ll}])(?![\p{L}\p{N}])/uy
export const ITEM = /(?:\d{1,3}(?:\.\d{1,3}){1,4}\.|\([a-zA-Z]\))$/y
export const ITS_VERB = /^(?:\s+)(?:a|an|the|not|been|so|too|very|just|all|always|really|going|like)\b/i
export const DOTTED =
  /\p{Ll}{2,20}(?:\.\p{Ll}{2,20}){2,6}(?![\p{L}\p{N}])|[Pp]h\.[Dd]\.?|\p{L}(?:\.\p{L}){1,12}(?![\p{L}\p{N}'’])\.?/uy
export const WORD = /(?:[\p{L}\p{N}_\p{M}\u00ad]|\u200c|\u200d)+(?:['’`´ʼ][\p{L}\p{N}_\p{M}]+)*/uy
export const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*/uy
export const RUN = /\.{2,}|[-=]{2,}|\${2,}|’’|,,+|…+|[!?]+|-{2,}|[=_*~#+]{2,}|<{2,}|>{2,}|``|''|‘’|\.[?!]+|<-+>?|-+>/uy
export const CLITIC = /^(.+?)(['’`´ʼ](?:s|m|d|re|ve|ll))$/i
export const NOT = /^(.+)(n['’`´ʼ]t)$/i
export const ALONE = /['’](?:s|m|d|re|ve|ll|em|tis|twas|cause|n)(?![\p{L}\p{N}])|['’]\d\ds?(?![\p{L}\p{N}])/iuy
export const BLANK = /\s/
export const LETTER = /\p{L}/u
export const DIGIT = /\d/
export const PLAIN = /^[a-zA-Z]+$/
export const NOT_WORDY = /[:;=<^\-x X8]/
