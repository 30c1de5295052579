/** Puts a text on the clipboard; rejects when the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
  // On plain http there is no navigator.clipboard.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (!copied) throw new Error('copy');
}
