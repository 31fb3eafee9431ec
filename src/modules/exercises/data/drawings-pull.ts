/** Drawings of exercises that row, pull and curl. The text's form: rules/drawing-text.ts. */
const ON_INCLINE = 'h:55,73 t:-44 l:71 pad:51,79.6/34.6,62.6 line:47,77/47,94 line:37,66/37,94 pad:52,79.6/62,79.6'
const ON_STOOL = 'pad:30,77/46,77 line:38,78/38,94'

export const PULL: Record<string, string> = {
  'barbell-row': 'bb h:39.6,63.4 t:62 n:-22 | a:57,78 | a:52.4,63.6',
  'pendlay-row': 'bb h:36.6,67.4 t:80 n:-22 l:49 | a:55,87 | a:53,72',
  'dumbbell-row': 'db:h h:39.6,63.4 t:62 n:-22 | a:57,78 | a:50.4,64',
  'one-arm-dumbbell-row':
    'bench:28,76.6/78 db:h/near h:44,59.4 t:78 n:-14 ln:43 lf:29,74 ff:-166 af:66,75 | an:63,79 | an:55,62.6',
  'chest-supported-row':
    'db:h pad:46,69.4/61.8,55 line:52,66/52,94 line:61,58/68,94 l:24,88 f:-46 h:42,62 t:48 n:-14 | a:58,73 | a:51.4,60.6',
  't-bar-row':
    'l:50 h:38,64 t:54 n:-20 wheelGear:6,92/1.6 plate:hand+6,-1.4 | a:54.4,76.4 rod:6,92/hand+6,-1.6 | a:47,62.4 rod:6,92/hand+6,-3.6',
  'seated-cable-row':
    'bench:18,82/42 stack:90,34 cable:86.4,68/hand grip line:63.4,70/60.4,88 line:62,94/62,80 l:57.6,79 f:64 | h:31,76 t:22 n:-8 a:60,66 | h:31,76 t:-5 a:40.6,67',
  'single-arm-cable-row':
    'stack:90,34 cable:86.4,56/hand grip ln:44 lf:58 h:46,62.4 af:30/50 | t:18 an:73,52 | t:2 an:54,57',
  'inverted-row': 'rig:49,58 l:0/0 | h:58.6,83.6 t:-78 a:49,58 n:8 | h:62.2,74 t:-60 a:49,58! n:14',
  'machine-row':
    'pad:30,76/46,76 line:38,77/38,94 pad:51.6,50/52.6,64 line:52,64/56,94 line:74,26/74,94 rod:74,30/hand grip h:39,69.4 t:4 l:58 | a:62,56 | a:48.6,59',

  'pull-up': 'front rig:50,18 z:shank,.7 | l:53.4,86.4 h:50,59.2 a:66,18 | l:53.4,70.4 h:50,43.2 a:66,18',
  'chin-up': 'rig:52,17 l:6/62 f:-46 | h:49.6,59 t:0 a:52,17 | h:46,42.4 t:-8 a:52,17 n:-8',
  'neutral-grip-pull-up':
    'front rig:50,18 z:shank,.7 | l:53.4,86.4 h:50,59.2 a:58.6,18 | l:53.4,70.4 h:50,43.2 a:58.6,18',
  'assisted-pull-up':
    'rig:52,13 l:30/106 f:-70 line:24,94/62,94 line:68,13/68,94 line:52,10/68,10 | h:48,56 t:2 a:52,13 rod:46,72.6/68,72.6 | h:46,38.6 t:-4 a:52,13 rod:46,56.6/68,56.6',
  'lat-pulldown':
    'front h:50,70 z:thigh,.34 l:57 pad:42,76.6/58,76.6 line:50,78/50,94 line:30,6/70,6 rod:hand2+-4,1/hand+4,1 | a:71,32 cable:50,6/50,32 | a:69,47 cable:50,6/50,47',
  'close-grip-lat-pulldown':
    'h:42,69.4 t:-8 l:58 pad:35.6,76/52,76 line:44,77/44,94 stay:56,62/2.6 line:56,62/68,62 line:68,6/68,94 line:46,6/68,6 grip | a:47,28 cable:48,6/hand | a:50.6,52 t:-16 cable:48,6/hand n:-8',
  'straight-arm-pulldown': 'stack:88,10 cable:84.4,13/hand grip l:50 h:45,60 | t:24 a:70.6,30 n:-6 | t:20 a:57,65.6',
  'muscle-up': 'rig:52,36 | h:47.6,78 t:2 a:52,36 l:80/150 f:-70 | h:47.4,33.6 t:8 a:52,36 l:10/16 f:-40',
  'dead-hang': 'front rig:50,16 z:shank,.9 | l:53.4,88 h:50,57.4 a:62,16',

  'barbell-curl': 'bb:hand/6.4 | a:4/8 | a:16/128',
  'ez-bar-curl': 'bb:hand/4.8 | a:4/14 | a:12/134',
  'dumbbell-curl': 'db:o | a:4/8 | a:14/128',
  'hammer-curl': 'db | a:4/8 | a:14/122',
  'seated-dumbbell-curl': `db:o bench:28,77/52 h:40,70.6 t:0 l:56 | a:-4/8 | a:10/130`,
  'incline-curl': `db:o ${ON_INCLINE} | a:-42/8 | a:-38/128`,
  'concentration-curl': `db:o/near bench:20,77/44 h:32,70.4 t:40 n:10 l:52 af:56/50 | an:52/4 | an:54/122`,
  'barbell-preacher-curl': `bb:hand/6.4 ${ON_STOOL} h:38,70.4 t:16 l:54 pad:46,61.6/57,72 line:54,70/54,94 | a:62/6 | a:62/112`,
  'machine-preacher-curl': `grip ${ON_STOOL} h:38,70.4 t:16 l:54 pad:46,61.6/57,72 line:54,70/54,94 line:54,72/80,72 line:80,94/80,56 wheelGear:52.6,63/2.4 rod:52.6,63/hand | a:62/6 | a:62/112`,
  'cable-curl': 'stack:88,40 cable:84.4,89/hand grip l:50 | a:6/14 | a:14/124',
}
