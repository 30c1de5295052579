import { expect, test } from 'vitest';
import { LineTracker, planTyping } from './typing.ts';

const plain = { bracketedPaste: true, clearLine: false, still: false };

test('one line is typed in at most 150 ms, whatever its length', () => {
  for (const length of [1, 8, 40, 500]) {
    const plan = planTyping('x'.repeat(length), plain);
    expect(plan.parts.join('')).toBe(`${'x'.repeat(length)}\r`);
    expect((plan.parts.length - 1) * plan.pauseMs).toBeLessThanOrEqual(150);
  }
  expect(planTyping('ls', { ...plain, still: true })).toEqual({ parts: ['ls', '\r'], pauseMs: 0 });
});

test('several lines are one paste where the shell knows it, else lines', () => {
  const code = "cat > f <<'EOF'\nmoo\nEOF\n";
  expect(planTyping(code, plain).parts).toEqual(["\x1b[200~cat > f <<'EOF'\rmoo\rEOF\x1b[201~", '\r']);
  expect(planTyping(code, { ...plain, bracketedPaste: false }).parts).toEqual(["cat > f <<'EOF'\rmoo\rEOF", '\r']);
});

test('a half-typed line is cleared first', () => {
  expect(planTyping('ls', { ...plain, still: true, clearLine: true }).parts[0]).toBe('\x05\x15');
});

test('what stands on the line', () => {
  const line = new LineTracker();
  const after = (data: string): boolean => {
    line.input(data);
    return line.dirty;
  };
  expect(after('l')).toBe(true);
  expect(after('s\r')).toBe(false);
  expect(after('ls\rpw')).toBe(true);
  expect(after('\x03')).toBe(false);
  expect(after('\x1b[A')).toBe(true);
  expect(after('\x15')).toBe(false);
});
