/**
 * Which units a newcomer most likely lifts and runs in, by the region of their phone's language. A guess that is shown
 * and changed with one tap, so what a gym's plates say there counts for more than what a country's law says.
 * Source of the week's first day and of the measurement systems: Unicode CLDR, supplemental data.
 */
export type Units = { loadUnit: 'kg' | 'lb'; distanceUnit: 'km' | 'mi'; weekStart: number }

const POUNDS = 'US,LR,MM'
const MILES = 'US,GB,LR,MM'
const FROM_SUNDAY =
  'US,CA,MX,BR,JP,KR,IN,ID,PH,TH,IL,ZA,CO,PE,VE,GT,HN,SV,NI,PA,DO,PR,JM,BZ,BS,TW,HK,MO,SG,KH,LA,BD,NP,PK,KE,ET,MZ,ZW,BW,PY,WS,SA,YE,MM'
const FROM_SATURDAY = 'AE,AF,BH,DJ,DZ,EG,IQ,IR,JO,KW,LY,OM,QA,SD,SY'

const has = (regions: string, region: string) => regions.split(',').includes(region)

/** `tag`: a BCP 47 language tag. Without a region, the one where most speakers live. */
export function unitsOfLocale(tag: string): Units {
  const region = new Intl.Locale(tag).maximize().region ?? ''
  return {
    loadUnit: has(POUNDS, region) ? 'lb' : 'kg',
    distanceUnit: has(MILES, region) ? 'mi' : 'km',
    weekStart: has(FROM_SUNDAY, region) ? 7 : has(FROM_SATURDAY, region) ? 6 : 1,
  }
}
