// What a person can ask the tuner for. The tuner answers in the journal, and so in the decisions.
export function Actions() { return null; }
export function TrialActions() { return null; }
