package directory

// ID is a UUID in its usual text form, lower case; "" is none.
type ID string
