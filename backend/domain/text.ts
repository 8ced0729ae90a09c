/**
 * Whether both engines keep a text as it is: PostgreSQL has no NUL, SQLite ends the text there, and
 * half of a surrogate pair has no UTF-8.
 */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text);
