package directory

// Fault is one thing wrong with a listing. Field names where, in the words of
// the wire: "name", "schedules[0].byday".
type Fault struct{ Field, Says string }

// Error is the fault as a line for the person who keeps the listing.
func (f Fault) Error() string { return f.Field + ": " + f.Says }

// Validate returns all faults of a service, in the order of its fields; none
// for one that can be stored and shown.
func (s *Service) Validate() []Fault {
	var faults []Fault
	if !s.ID.Valid() {
		faults = append(faults, Fault{"id", "must be a UUID in lower case"})
	}
	if s.Name == "" {
		faults = append(faults, Fault{"name", "is missing"})
	}
	return faults
}
