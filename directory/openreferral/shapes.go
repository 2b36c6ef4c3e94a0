package openreferral

import "encoding/json"

// The shapes are the objects of HSDS 3.1 with the additions of the UK profile
// 3.0 and our two extras. Members are in the order in which they are written.
// What a file has and a shape lacks is kept in Rest and written back.

// exact is a string that has to be one in the file: a day or a time. In any
// other string a number is taken for its digits.
//
// Three things are said in the tags: "in" marks a member that is read and never
// written, an alias is its name in ORUK 1.0, and Rest takes what has no field.
type exact string

// rest holds members that have no field, as they stood.
type rest map[string]json.RawMessage

type service struct {
	ID                     string          `json:"id"`
	OrganizationID         string          `json:"organization_id,omitempty"`
	Name                   string          `json:"name"`
	Description            string          `json:"description,omitempty"`
	URL                    string          `json:"url,omitempty"`
	Email                  string          `json:"email,omitempty"`
	Status                 string          `json:"status"`
	InterpretationServices string          `json:"interpretation_services,omitempty"`
	ApplicationProcess     string          `json:"application_process,omitempty"`
	FeesDescription        string          `json:"fees_description,omitempty"`
	Fees                   string          `json:"fees,omitempty"` // deprecated in HSDS, the only fee text in the UK
	EligibilityDescription string          `json:"eligibility_description,omitempty"`
	MinimumAge             *float64        `json:"minimum_age,omitempty"` // years
	MaximumAge             *float64        `json:"maximum_age,omitempty"`
	AssuredDate            string          `json:"assured_date,omitempty"`
	Alert                  string          `json:"alert,omitempty"`
	LastModified           string          `json:"last_modified,omitempty"`
	Phones                 []phone         `json:"phones,omitempty"`
	Schedules              []schedule      `json:"schedules,omitempty" alias:"regular_schedules"`
	ServiceAreas           []serviceArea   `json:"service_areas,omitempty"`
	ServiceAtLocations     []serviceAt     `json:"service_at_locations,omitempty"`
	Languages              []language      `json:"languages,omitempty"`
	Organization           *organization   `json:"organization,omitempty"`
	CostOptions            []costOption    `json:"cost_options,omitempty"`
	Contacts               []contact       `json:"contacts,omitempty"`
	Attributes             []attribute     `json:"attributes,omitempty"`
	Signpost               *serviceExtra   `json:"x_signpost,omitempty"`
	Translations           xTranslations   `json:"x_translations,omitempty"`
	HolidaySchedules       []holidayV1     `json:"holiday_schedules" in:"only"`
	Eligibilitys           []eligibilityV1 `json:"eligibilitys" in:"only"`
	AttendingAccess        string          `json:"attending_access" in:"only"`
	AttendingType          string          `json:"attending_type" in:"only"`
	Rest                   rest            `json:"-"`
}

// xTranslations are texts by language (BCP 47) and field.
type xTranslations map[string]map[string]string

type organization struct {
	ID          string             `json:"id"`
	Name        string             `json:"name"`
	Description string             `json:"description"` // required by the standard
	Email       string             `json:"email,omitempty"`
	Website     string             `json:"website,omitempty" alias:"url"`
	Identifiers []identifier       `json:"organization_identifiers,omitempty"`
	Signpost    *organizationExtra `json:"x_signpost,omitempty"`
	Rest        rest               `json:"-"`
}

type identifier struct {
	ID             string `json:"id"`
	OrganizationID string `json:"organization_id,omitempty"`
	Scheme         string `json:"identifier_scheme,omitempty"` // of org-id.guide
	Type           string `json:"identifier_type"`
	Identifier     string `json:"identifier"`
	Rest           rest   `json:"-"`
}

type phone struct {
	ID          string      `json:"id"`
	Number      string      `json:"number"`
	Type        string      `json:"type,omitempty"` // "voice" or "text", of the HSDS codelist
	Description string      `json:"description,omitempty"`
	Signpost    *phoneExtra `json:"x_signpost,omitempty"`
	Rest        rest        `json:"-"`
}

type contact struct {
	ID         string  `json:"id"`
	ServiceID  string  `json:"service_id,omitempty"`
	Name       string  `json:"name" in:"only"` // of a person: never taken over
	Title      string  `json:"title,omitempty"`
	Department string  `json:"department,omitempty"`
	Email      string  `json:"email,omitempty"`
	Phones     []phone `json:"phones,omitempty"`
	Rest       rest    `json:"-"`
}

type schedule struct {
	ID                  string         `json:"id"`
	ServiceID           string         `json:"service_id,omitempty"`
	ServiceAtLocationID string         `json:"service_at_location_id,omitempty"`
	ValidFrom           exact          `json:"valid_from,omitempty"`
	ValidTo             exact          `json:"valid_to,omitempty"`
	DTStart             exact          `json:"dtstart,omitempty"`
	Freq                string         `json:"freq,omitempty"`
	Interval            *float64       `json:"interval,omitempty"`
	ByDay               string         `json:"byday,omitempty"`
	ByMonthDay          string         `json:"bymonthday,omitempty"`
	Description         string         `json:"description,omitempty"`
	OpensAt             exact          `json:"opens_at,omitempty"`
	ClosesAt            exact          `json:"closes_at,omitempty"`
	AttendingType       string         `json:"attending_type,omitempty"`
	Notes               string         `json:"notes,omitempty"`
	Signpost            *scheduleExtra `json:"x_signpost,omitempty"`
	Rest                rest           `json:"-"`
}

type serviceArea struct {
	ID          string     `json:"id"`
	Name        string     `json:"name,omitempty"`
	ServiceArea string     `json:"service_area,omitempty"` // UK: the same as name
	URI         string     `json:"uri,omitempty"`
	Signpost    *areaExtra `json:"x_signpost,omitempty"`
	Rest        rest       `json:"-"`
}

type serviceAt struct {
	ID         string     `json:"id"`
	ServiceID  string     `json:"service_id,omitempty"`
	LocationID string     `json:"location_id,omitempty"`
	Location   *location  `json:"location,omitempty"`
	Schedules  []schedule `json:"schedules" in:"only" alias:"regular_schedule"`
	Rest       rest       `json:"-"`
}

type location struct {
	ID            string          `json:"id"`
	LocationType  string          `json:"location_type"`
	Name          string          `json:"name,omitempty"`
	Description   string          `json:"description,omitempty"`
	Latitude      *float64        `json:"latitude,omitempty"`
	Longitude     *float64        `json:"longitude,omitempty"`
	Addresses     []address       `json:"addresses,omitempty" alias:"physical_addresses"`
	Accessibility []accessibility `json:"accessibility,omitempty" alias:"accessibility_for_disabilities"`
	Attributes    []attribute     `json:"attributes,omitempty"`
	Signpost      *locationExtra  `json:"x_signpost,omitempty"`
	Rest          rest            `json:"-"`
}

type address struct {
	ID            string `json:"id"`
	Address1      string `json:"address_1"`
	Address2      string `json:"address_2,omitempty"`
	City          string `json:"city"`
	StateProvince string `json:"state_province"`
	PostalCode    string `json:"postal_code"`
	Country       string `json:"country"`
	AddressType   string `json:"address_type"`
	Rest          rest   `json:"-"`
}

type accessibility struct {
	ID            string `json:"id"`
	Description   string `json:"description,omitempty"`
	Accessibility string `json:"accessibility,omitempty"` // UK: the same as description
	Rest          rest   `json:"-"`
}

type language struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty" alias:"language"`
	Code string `json:"code,omitempty"`
	Note string `json:"note,omitempty"`
	Rest rest   `json:"-"`
}

type costOption struct {
	ID                string   `json:"id"`
	Option            string   `json:"option,omitempty"`
	Currency          string   `json:"currency,omitempty"`
	Amount            *float64 `json:"amount,omitempty"`
	AmountDescription string   `json:"amount_description,omitempty"`
	Rest              rest     `json:"-"`
}

type attribute struct {
	ID             string `json:"id"`
	LinkID         string `json:"link_id,omitempty"`
	LinkType       string `json:"link_type,omitempty"`
	LinkEntity     string `json:"link_entity,omitempty"`
	TaxonomyTermID string `json:"taxonomy_term_id,omitempty"`
	TaxonomyTerm   *term  `json:"taxonomy_term,omitempty"`
	Rest           rest   `json:"-"`
}

type term struct {
	ID          string `json:"id"`
	Code        string `json:"code,omitempty"`
	Name        string `json:"name"`
	Description string `json:"description"`
	Taxonomy    string `json:"taxonomy,omitempty"`
	Term        string `json:"term,omitempty"` // UK: the same as name
	Rest        rest   `json:"-"`
}
