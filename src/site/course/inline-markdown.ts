const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The inline Markdown of manifests and labs as HTML: `code`, **strong**, *emphasis*. Everything else is text. */
export function inlineMarkdown(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      const safe = part.replace(/[&<>"]/g, (char) => escapes[char] ?? char);
      if (part.startsWith('`') && part.endsWith('`') && part.length > 2) return `<code>${safe.slice(1, -1)}</code>`;
      return safe.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '<em>$1</em>');
    })
    .join('');
}
