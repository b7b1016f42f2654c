/** Whether what was decoded is no text: among its first characters many zeros and control characters, as in a picture, an archive, an office file. */
export const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 4096)
  return (sample.match(/[\u0000-\u0008\u000e-\u001f\uFFFD]/g)?.length ?? 0) > sample.length * 0.1
}
