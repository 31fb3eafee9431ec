/** The database of pictures beside a log: the first thing to go when there is no room. */
export const picturesDatabase = (log: string) => `${log}-pictures`
