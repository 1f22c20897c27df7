import { describe, expect, it } from 'vitest';

import { innProblem, kppProblem, numberProblem, ogrnProblem } from './requisites';

describe('numbers of organisations', () => {
  it('lets published numbers pass', () => {
    for (const inn of ['7707083893', '7736050003', '7728168971']) expect(innProblem(inn)).toBeNull();
    for (const ogrn of ['1027700132195', '1027700070518']) expect(ogrnProblem(ogrn)).toBeNull();
    expect(kppProblem('7707AZ001')).toBeNull();
  });

  it('notices the slip of one digit', () => {
    expect(innProblem('7707083894')).toBe('inn_wrong');
    expect(innProblem('770708389')).toBe('inn_length');
    expect(innProblem('0000000000')).toBe('inn_wrong');
    expect(ogrnProblem('1027700132196')).toBe('ogrn_wrong');
    expect(kppProblem('77070100')).toBe('kpp_wrong');
  });

  it('forgives spaces and says nothing of an empty field', () => {
    expect(numberProblem('inn', '77 0708-3893')).toBeNull();
    expect(numberProblem('inn', ' ')).toBeNull();
    expect(numberProblem('name', 'x')).toBeNull();
  });
});
