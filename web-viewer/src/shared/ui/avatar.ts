import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** "Ana Gómez" => "AG", "王小明" => "王". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')][0]!;
  if (/\p{Script=Han}/u.test(first) || words.length < 2) return first.toUpperCase();
  return (first + [...words[words.length - 1]!][0]).toUpperCase();
}

@customElement('ro-avatar')
export class Avatar extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      flex: none;
      width: 2.5rem;
      height: 2.5rem;
      border-radius: 50%;
      background: color-mix(in srgb, var(--accent) 18%, var(--surface));
      color: var(--text);
      font: 600 0.875rem/1 var(--font);
      user-select: none;
    }
  `;

  @property() name = '';

  protected override render() {
    return html`<span aria-hidden="true">${initials(this.name)}</span>`;
  }
}
