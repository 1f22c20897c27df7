import type { Link } from './format';

const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** Only what the URL parser itself calls http, https or mail becomes a link. */
export function linkOf(text: string): Link | null {
  try {
    const url = new URL(addressOf(text));
    if (!SAFE.has(url.protocol)) return null;
    const odd = url.username !== '' || url.password !== '' || looksLikeAnother(text);
    return { kind: 'link', text, href: url.href, host: odd && url.protocol !== 'mailto:' ? url.host : null };
  } catch {
    return null;
  }
}

function addressOf(text: string): string {
  if (/^https?:\/\//i.test(text)) return text;
  return /^[^/?#]*@/.test(text) ? `mailto:${text}` : `https://${text}`;
}

/** Letters of two alphabets in one name, or a name of foreign letters in a Latin zone, pass themselves off as another host. */
function looksLikeAnother(text: string): boolean {
  const host = /^(?:https?:\/\/)?(?:[^/?#]*@)?([^/?#:]*)/i.exec(text)?.[1] ?? '';
  const labels = host.split('.');
  const zone = labels[labels.length - 1] ?? '';
  return labels.some((label) => {
    const foreign = /\P{ASCII}/u.test(label);
    return (foreign && (/[a-z]/i.test(label) || /^[a-z]+$/i.test(zone))) || label.toLowerCase().startsWith('xn--');
  });
}
