import type { Random } from '../random.ts';
import { cities, streets } from './cities.ts';

export interface Address {
  readonly comune: string;
  readonly province: string;
  readonly cap: string;
  readonly street: string;
  readonly number: string;
}

export function inventAddress(random: Random, city = random.pick(cities)): Address {
  const number = String(random.whole(1, 180)) + (random.chance(0.15) ? `/${random.pick(['A', 'B', 'C'])}` : '');
  return { comune: city.name, province: city.province, cap: city.cap, street: random.pick(streets), number };
}

/** A number that looks like a mobile or fixed line. */
export function inventPhone(random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => random.whole(0, 9)).join('');
  return random.chance(0.7)
    ? `3${random.pick(['20', '28', '33', '38', '47', '80'])} ${digits(7)}`
    : `0${random.pick(['51', '6', '81', '99', '541'])} ${digits(6)}`;
}

/** An address under a domain that is kept for examples. */
export function inventEmail(random: Random, givenName: string, surname: string): string {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
  const domain = random.pick(['posta.example', 'pec.example', 'esempio.example', 'mail.example']);
  const joint = random.pick(['.', '', '_']);
  const local = random.chance(0.6)
    ? `${plain(givenName)}${joint}${plain(surname)}`
    : `${plain(surname)}${random.whole(1, 99)}`;
  return `${local.slice(0, 24)}@${domain}`;
}
