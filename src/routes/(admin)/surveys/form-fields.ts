/** Names of the fields that a survey's forms are chosen in, in the order they are answered in. */
export const formFields = ['instrumentId', 'instrumentId2', 'instrumentId3', 'instrumentId4'] as const;
