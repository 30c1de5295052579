/** Answers of the quizzes: says at once whether it is right, and why. */
export function wireQuiz(): void {
  document.addEventListener('click', (event) => {
    const answer = (event.target as Element).closest<HTMLElement>('[data-answer]');
    const question = answer?.closest<HTMLElement>('[data-question]');
    const quiz = question?.closest<HTMLElement>('[data-quiz]');
    if (!answer || !question || !quiz) return;
    for (const each of question.querySelectorAll('[data-answer]')) {
      each.setAttribute('aria-pressed', String(each === answer));
      each.toggleAttribute('data-chosen', each === answer || (each.hasAttribute('data-chosen') && answer.dataset['answer'] === 'wrong'));
    }
    const right = answer.dataset['answer'] === 'right';
    const said = question.querySelector<HTMLElement>('.question-said');
    if (!said) return;
    said.dataset['tone'] = right ? 'passed' : 'failed';
    // The reason was made from the lesson's own text when the page was built.
    said.innerHTML = `<strong>${(right ? quiz.dataset['right'] : quiz.dataset['wrong']) ?? ''}</strong> ${answer.dataset['why'] ?? ''}`;
  });
}
