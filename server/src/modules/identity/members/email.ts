const address = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\"]+$/

/** An address to which one letter can be sent: one recipient, no blanks, local part of 64 at most. */
export const isEmail = (text: string): boolean => text.length <= 254 && address.test(text)

/** What is unique: the address without case. */
export const emailKey = (email: string): string => email.toLowerCase()
