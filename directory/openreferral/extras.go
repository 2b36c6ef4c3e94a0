package openreferral

// The extras are what directory has and the standard lacks. They travel as
// x_signpost, which the standard allows (additional properties are open) and
// other readers pass over.

type serviceExtra struct {
	Kind         string            `json:"kind,omitempty"`
	Group        string            `json:"group,omitempty"`
	Example      bool              `json:"example,omitempty"`
	Confidential bool              `json:"confidential,omitempty"`
	Hours        string            `json:"hours,omitempty"`
	Origin       *originExtra      `json:"origin,omitempty"`
	Communities  []unconfirmed     `json:"communities_to_confirm,omitempty"`
	Languages    []unconfirmed     `json:"languages_to_confirm,omitempty"`
	Exceptions   []exceptionExtra  `json:"exceptions,omitempty"`
	AssuredRole  string            `json:"assured_role,omitempty"`
	Translations []translationMeta `json:"translations,omitempty"`
	Version      *float64          `json:"version,omitempty"`
	Rest         rest              `json:"-"`
}

type organizationExtra struct {
	Community bool         `json:"community,omitempty"`
	Origin    *originExtra `json:"origin,omitempty"`
	Rest      rest         `json:"-"`
}

type originExtra struct {
	Owner    string `json:"owner,omitempty"`
	Source   string `json:"source,omitempty"`
	SourceID string `json:"source_id,omitempty"`
	URL      string `json:"url,omitempty"`
	Label    string `json:"label,omitempty"`
	Date     string `json:"date,omitempty"`
	Mark     string `json:"mark,omitempty"`
	Rest     rest   `json:"-"`
}

// unconfirmed is a community or language that nobody has confirmed. It is not
// among the attributes and languages of the standard, where others would read
// it as a fact.
type unconfirmed struct {
	ID   string `json:"id"`
	Only bool   `json:"only,omitempty"`
	Rest rest   `json:"-"`
}

// exceptionExtra is a directory.Exception, exactly.
type exceptionExtra struct {
	ID       string `json:"id"`
	Schedule string `json:"schedule_id,omitempty"`
	Original exact  `json:"original,omitempty"` // local date and time, "2030-06-06T10:00"
	From     exact  `json:"from,omitempty"`
	To       exact  `json:"to,omitempty"`
	Closed   bool   `json:"closed,omitempty"`
	NewStart exact  `json:"new_start,omitempty"`
	NewEnd   exact  `json:"new_end,omitempty"`
	Place    string `json:"service_at_location_id,omitempty"`
	Reason   string `json:"reason,omitempty"`
	Rest     rest   `json:"-"`
}

// translationMeta is what is known of a text in x_translations.
type translationMeta struct {
	Field        string `json:"field"`
	Language     string `json:"language"`
	Hash         string `json:"hash,omitempty"`
	Machine      bool   `json:"machine,omitempty"`
	ReviewedOn   exact  `json:"reviewed_on,omitempty"`
	ReviewedRole string `json:"reviewed_role,omitempty"`
	Rest         rest   `json:"-"`
}

type phoneExtra struct {
	Mark string `json:"mark,omitempty"`
	Rest rest   `json:"-"`
}

// scheduleExtra tells a reading of our own file what the pieces of a schedule
// were before closures cut it up (see cut.go).
type scheduleExtra struct {
	Session   bool   `json:"session,omitempty"`
	Way       string `json:"way,omitempty"`
	PartOf    string `json:"part_of,omitempty"` // a piece that is not the schedule itself
	Cut       bool   `json:"cut,omitempty"`     // the days below are those of the whole
	ValidFrom exact  `json:"valid_from,omitempty"`
	ValidTo   exact  `json:"valid_to,omitempty"`
	Rest      rest   `json:"-"`
}

// locationExtra says whether the point is the door itself. It is written for one
// that is, and for one that is not although its digits look so; see finePoint.
type locationExtra struct {
	Exact *bool `json:"exact,omitempty"`
	Rest  rest  `json:"-"`
}

type areaExtra struct {
	ID   string `json:"id,omitempty"`
	Rest rest   `json:"-"`
}

// The members that only ORUK 1.0 has. They are read and never written: what they
// say is written in the words of version 3.

type holidayV1 struct {
	ID        string `json:"id"`
	Closed    bool   `json:"closed"`
	StartDate exact  `json:"start_date"`
	EndDate   exact  `json:"end_date"`
	OpensAt   exact  `json:"opens_at"`
	ClosesAt  exact  `json:"closes_at"`
	Rest      rest   `json:"-"`
}

type eligibilityV1 struct {
	Eligibility string   `json:"eligibility"`
	MinimumAge  *float64 `json:"minimum_age"`
	MaximumAge  *float64 `json:"maximum_age"`
	Rest        rest     `json:"-"`
}
