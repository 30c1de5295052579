import type { RandomBytes } from '../../../base/index.ts';

const adjectives = `able agile amber ample ardent autumn balmy blithe bold brave breezy bright brisk calm candid careful charming cheerful clever
cosmic cosy crisp curious dapper daring deft dreamy eager earnest elated elegant epic exciting fervent festive focused fond frosty gallant gentle gifted
glad golden graceful happy hardy hearty helpful honest hopeful humble jolly jovial keen kind lively loyal lucid lucky magical mellow merry mighty modest
musing mystic nimble noble patient peaceful pensive placid playful polite practical priceless proud quiet quirky radiant ready relaxed romantic serene sharp
silly sincere sleepy spirited stoic sturdy suave sunny sweet tender trusting upbeat vibrant vigilant vivid warm wary witty wonderful zealous zen`.split(/\s+/);

const surnames = `abel aitken ampere archimedes avogadro babbage banach bernoulli bessel bohr boltzmann boole bose brahe brunel cantor carson cauchy
chandrasekhar clarke copernicus coulomb cray curie cuvier dalton darwin davy descartes dijkstra dirac edison einstein engelbart euclid euler faraday fermat
fermi feynman fibonacci fourier franklin galileo galois gauss germain gibbs goodall hamilton hawking heisenberg herschel hertz hilbert hodgkin hooke hopper hubble
huygens hypatia jackson johnson joliot kalam kepler khayyam kilby knuth kovalevskaya lagrange lamarr laplace lavoisier leakey leavitt leibniz linnaeus lovelace
lumiere maxwell mayer mcclintock meitner mendel mendeleev mirzakhani morse napier nash neumann newton nightingale nobel noether ohm pascal pasteur pauli
pauling perlman planck poincare ptolemy ramanujan ride ritchie roentgen rosalind rutherford sagan sanderson shannon sinoussi swanson swartz tesla tharp thompson
torvalds turing volta wilson wing wozniak wright yalow`.split(/\s+/);

/** A name such as `brave_hopper` that `taken` does not know; after some tries with a digit at its end. */
export function generateName(random: RandomBytes, taken: (name: string) => boolean): string {
  for (let attempt = 0; ; attempt++) {
    const [a = 0, b = 0, c = 0, d = 0, digit = 0] = random(5);
    const adjective = adjectives[(a * 256 + b) % adjectives.length] ?? '';
    const surname = surnames[(c * 256 + d) % surnames.length] ?? '';
    const name = `${adjective}_${surname}${attempt === 0 ? '' : digit % 10}`;
    if (!taken(name)) return name;
  }
}
