package directory

import (
	"math"
	"time"
)

// The holidays that follow sun and moon. The formulas are those of Jean Meeus,
// Astronomical Algorithms, 2nd edition 1998: the new moon (chapter 49) is right to
// about a minute, the sun's place (chapter 25, lower accuracy) to a quarter of an
// hour. What separates Terrestrial Time from UTC, a minute and a bit, is left out.

// unixJulian is the Julian day of 1 January 1970, 0 h.
const unixJulian = 2440587.5

// ofJulian is the instant of a Julian day.
func ofJulian(jd float64) time.Time {
	return time.Unix(int64(math.Round((jd-unixJulian)*86400)), 0).UTC()
}

func julian(t time.Time) float64 { return float64(t.Unix())/86400 + unixJulian }

func sin(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }

// sunAt is the sun's apparent longitude in degrees, 0 to 360, 0 at the equinox of
// March.
func sunAt(at time.Time) float64 {
	t := (julian(at) - 2451545) / 36525
	l := 280.46646 + 36000.76983*t + 0.0003032*t*t
	m := 357.52911 + 35999.05029*t - 0.0001537*t*t
	c := (1.914602-0.004817*t-0.000014*t*t)*sin(m) + (0.019993-0.000101*t)*sin(2*m) + 0.000289*sin(3*m)
	apparent := l + c - 0.00569 - 0.00478*sin(125.04-1934.136*t)
	return math.Mod(math.Mod(apparent, 360)+360, 360)
}

// sunReaches is when the sun comes to a longitude, near the instant guess.
func sunReaches(longitude float64, guess time.Time) time.Time {
	at := guess
	for range 6 { // each round is some fifty times nearer
		short := math.Mod(longitude-sunAt(at)+540, 360) - 180
		at = at.Add(time.Duration(short / 360 * 365.2422 * 24 * float64(time.Hour)))
	}
	return at
}

// newMoon is the new moon of a number, counted from that of 6 January 2000.
func newMoon(number int) time.Time {
	k := float64(number)
	t := k / 1236.85
	jde := 2451550.09766 + 29.530588861*k + 0.00015437*t*t - 0.000000150*t*t*t
	e := 1 - 0.002516*t - 0.0000074*t*t
	m := 2.5534 + 29.10535670*k - 0.0000014*t*t
	n := 201.5643 + 385.81693528*k + 0.0107582*t*t // the moon's mean anomaly
	f := 160.7108 + 390.67050284*k - 0.0016118*t*t
	o := 124.7746 - 1.56375588*k + 0.0020672*t*t
	jde += -0.40720*sin(n) + 0.17241*e*sin(m) + 0.01608*sin(2*n) + 0.01039*sin(2*f) +
		0.00739*e*sin(n-m) - 0.00514*e*sin(n+m) + 0.00208*e*e*sin(2*m) - 0.00111*sin(n-2*f) -
		0.00057*sin(n+2*f) + 0.00056*e*sin(2*n+m) - 0.00042*sin(3*n) + 0.00042*e*sin(m+2*f) +
		0.00038*e*sin(m-2*f) - 0.00024*e*sin(2*n-m) - 0.00017*sin(o)
	return ofJulian(jde)
}

// lastNewMoon is the number of the last new moon that is early enough.
func lastNewMoon(near time.Time, early func(time.Time) bool) int {
	number := int((julian(near)-2451550.1)/29.530588861) + 2
	for !early(newMoon(number)) {
		number--
	}
	return number
}

// Zones by which the calendars are reckoned, without the change of clocks that
// they do not know.
var (
	beijing = time.FixedZone("UTC+8", 8*60*60)
	tehran  = time.FixedZone("UTC+3:30", 3*60*60+30*60)
	delhi   = time.FixedZone("UTC+5:30", 5*60*60+30*60)
)

// dayIn is the day of an instant in a zone, for counting days.
func dayIn(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return civil(y, m, d)
}

// lunarNewYear is the first day of the Chinese calendar's year (GB/T 33661-2017):
// of the month that holds the winter solstice the second after, or the third
// where a leap month comes between, as in 2034.
func lunarNewYear(year int) time.Time {
	first := solsticeMonth(year - 1)
	leap := solsticeMonth(year)-first == 13 && (leapMonth(first+1) || leapMonth(first+2))
	if leap {
		first++
	}
	return dayIn(newMoon(first+2), beijing)
}

// solsticeMonth is the number of the new moon that begins the month of the winter
// solstice in Beijing.
func solsticeMonth(year int) int {
	solstice := dayIn(sunReaches(270, civil(year, time.December, 21)), beijing)
	return lastNewMoon(solstice, func(moon time.Time) bool { return !dayIn(moon, beijing).After(solstice) })
}

// leapMonth reports a month in which the sun comes to none of the twelve places
// that name the others.
func leapMonth(number int) bool {
	sign := func(number int) int {
		day := dayIn(newMoon(number), beijing)
		return int(sunAt(day.Add(-8*time.Hour)) / 30) // at midnight in Beijing
	}
	return sign(number) == sign(number+1)
}

// nowruz is the first day of the Iranian year: that of the equinox in March or,
// when it is after noon in Tehran, the next. Kurds mostly keep the 21st.
func nowruz(year int) time.Time {
	equinox := sunReaches(0, civil(year, time.March, 20)).In(tehran)
	day := dayIn(equinox, tehran)
	if equinox.Hour() >= 12 {
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// Diwali's moon is the last before the sun enters the sidereal sign of the
// Scorpion, which it does at this longitude in 2000; the sign moves by precession.
const (
	scorpion   = 210 + 23.853 // the ayanamsa of the Indian calendar (Lahiri)
	precession = 50.29 / 3600 // degrees a year
)

// diwali is Lakshmi Puja, the main day: the evening of the new moon in Delhi, by
// the rule of the Indian calendar reform (1955) that it must still be dark of the
// moon after sunset. The length of dark that is asked for is 45 minutes; almanacs
// differ, and so does the day in some years.
func diwali(year int) time.Time {
	sign := scorpion + precession*float64(year-2000)
	enters := sunReaches(sign, civil(year, time.November, 16))
	moon := newMoon(lastNewMoon(enters, func(moon time.Time) bool { return moon.Before(enters) }))
	return dayIn(moon.Add(-(18*time.Hour + 30*time.Minute)), delhi)
}
