/** «2026/27»: how a school year is called. */
export const yearName = (startsIn: number): string => `${startsIn}/${String((startsIn + 1) % 100).padStart(2, '0')}`;

const without = <Item>(items: Item[], one: Item): Item[] => items.filter((item) => item !== one);

/** Put in what is missing, take out what is there. */
export const toggled = <Item>(items: Item[], one: Item): Item[] => (items.includes(one) ? without(items, one) : [...items, one]);
