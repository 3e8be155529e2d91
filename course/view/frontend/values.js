/** An object as a plain record; anything else is an empty one. Content and answers may come in any shape. */
export function asRecord(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** A list; anything else is an empty one. */
export function asList(value) {
  return Array.isArray(value) ? value : [];
}

/** Whether a record has this key itself, so that "constructor" is no card. */
export function has(record, key) {
  return (typeof key === "string" || typeof key === "number") && Object.hasOwn(asRecord(record), key);
}

/** Keep the pairs of a record whose key and value are allowed. */
export function keep(record, allowed) {
  return Object.fromEntries(Object.entries(asRecord(record)).filter(([key, value]) => allowed(key, value)));
}

/** A copy of a record with one key set, or removed when the value is empty. */
export function put(record, key, value) {
  const { [key]: old, ...rest } = record;
  return value === "" || value === null || value === undefined ? rest : { ...rest, [key]: value };
}

/** Whether two JSON values say the same, whatever the order of their keys. */
export function same(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

/** A translator for one view: a message and the values of its holes; a string that is missing shows itself. */
export function translator(strings) {
  return (msgid, values = {}) => {
    const text = has(strings, msgid) ? String(strings[msgid]) : msgid;
    return text.replace(/\{(\w+)\}/g, (hole, name) => (Object.hasOwn(values, name) ? String(values[name]) : hole));
  };
}
