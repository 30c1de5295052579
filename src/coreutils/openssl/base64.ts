/** Base64 as BIO_f_base64 reads it: `lines`: whole lines only, what is no base64 ends it; else all as one line. Nothing where it is not right. */
export function decodeBase64(text: string, lines: boolean): Uint8Array {
  if (lines) {
    if (!text.includes('\n')) return new Uint8Array(0);
    const good = text.split('\n').map((line) => line.replaceAll('\r', '')).filter((line) => /^[A-Za-z0-9+/]+={0,2}$/.test(line));
    return decode(good.join(''));
  }
  return decode(text.replaceAll(/[\r\n]/g, ''));
}

function decode(packed: string): Uint8Array {
  // Sixty-four characters at a time; a last piece that is no whole one is lost.
  const whole = packed.length % 4 === 0 ? packed : packed.slice(0, packed.length - (packed.length % 64));
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(whole) || whole === '') return new Uint8Array(0);
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}
