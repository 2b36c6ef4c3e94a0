package group

// undoItem is what is edited when a change is taken back.
const undoItem = "undo"
