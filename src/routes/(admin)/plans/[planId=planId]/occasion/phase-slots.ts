/** As many phases as the form has room for; MOS has three. */
export const phaseSlots = [1, 2, 3, 4, 5] as const;
