/**
 * Drawings that stand for a pattern, and a few of less common exercises. `{}` is filled with what the exercise is done
 * with (rules/pattern-drawing.ts). The text's form: rules/drawing-text.ts.
 */
const ON_BENCH = 'h:58,71.4 t:-90 l:71 bench:25,77.5/66'
const ON_INCLINE = 'h:55,73 t:-48 l:71 pad:51,79.6/33.4,63.8 line:47,77/47,94 line:36,68/36,94 pad:52,79.6/62,79.6'
const LYING = 'h:46,89.4 t:-90'
const ON_SEAT = 'h:42,69.4 t:-4 l:57 pad:35.6,76/52,76 line:44,77/44,94'
const FROM_END =
  'front h:50,74 z:spineLow,.3 z:spineHigh,.3 z:neck,.55 z:thigh,.5 z:shank,.94 l:63 pad:45,80/55,80 line:50,80/50,94 line:44,94/56,94'
const SEATED_FRONT = 'front h:50,70 z:thigh,.34 l:58 pad:42,76.6/58,76.6 line:50,74/50,94'
const ALL_FOURS = 'f:-166 h:38,75 t:69 n:-16'

export const PATTERNS_DRAWN: Record<string, string> = {
  // Squat
  'landmine-squat':
    'line:86,94/94,94 wheelGear:90,92/1.6 l:44 rod:90,92/hand | h:42.6,60 t:4 a:34/112 plate:hand+2,3 | h:35,79 t:20 n:-8 a:40/96 plate:hand+2,2',
  'barbell-hack-squat': 'bb | h:41,76 t:36 n:-16 a:44,80 | h:49.6,59 t:0 a:-12/2',
  'rack-squat': '{} a:50/152 | h:48.8,59.6 t:1 | h:42,80 t:18 n:-6',
  'barbell-sumo-squat': 'front bb l:66 f:60 a:62,38 | h:50,63 | h:50,75.5 a:62,51 z:shank,.92 z:thigh,.98',
  'sumo-held': 'front {} l:66 f:60 a:50.6,62 | h:50,63.4 | h:50,75.5 a:50.6,79 z:shank,.92 z:thigh,.98',
  'goblet-held': 'a:30/128 kb:down/near | h:49.4,59.6 t:2 | h:42,80 t:22 n:-8',
  'squat-held': '{} | h:49.4,59.3 t:2 a:2/4 | h:40.2,78.5 t:36 n:-12 a:40/4',
  'spanish-squat': 'band:knee+-2,3/88,80 post:88,70 | h:47,59.4 t:0 a:30/40 | h:36,76 t:10 a:84/10',
  'suspension-squat': 'cable:hand/76,16 line:66,16/86,16 | h:49,59.4 t:0 a:60,44 | h:38,79 t:20 a:61,56',
  // Hinge
  'hip-thrust-single':
    'bench:12,76/30 ln:63 | a:52/20 h:44,86 t:-56 n:26 lf:70/30 | h:46.6,73 t:-87 n:38 lf:2/0 a:-4/120',
  'hip-thrust-held': 'bench:12,76/30 l:63 {} | h:44,86 t:-56 n:26 a:44,79 | h:46.6,73 t:-87 n:38 a:45,66.4',
  'glute-bridge-bar': 'bb:hip+0,-6.4/7.4 l:60 n:8 | h:44,88 t:-90 a:10/40 | h:43.4,77.6 t:-122 n:32 a:4/50',
  'glute-bridge-single': 'ln:60 a:-8/4 n:8 | h:44,89 t:-90 lf:50/0 | h:43.4,77.6 t:-122 n:32 a:-38/2 lf:2/0',
  'single-leg-bar': 'bb | h:49.6,59.2 t:0 a:4/4 lf:50 | h:45.4,60.6 t:80 n:-16 lf:-6/4 a:63,81.6',
  'single-leg-held': '{} | h:49.6,59.2 t:0 a:4/4 lf:50 | h:45.4,60.6 t:80 n:-16 lf:-6/4 a:63,81.6',
  'reverse-hyperextension':
    'pad:44,64/80,64 line:50,66/50,94 line:76,66/76,94 a:72,70! t:92 h:46,57.6 n:-6 roll:ankle+0,-2.4/2.4 | l:88/6 | l:-4/2',
  'romanian-held': '{} l:50 | h:49.6,59.2 t:-1 a:8/2 | h:37.6,62.6 t:76 n:-22 a:54.6,81',
  'deadlift-held': '{} l:50 | h:39.4,73 t:54 n:-22 a:53,84.4 | h:49.6,59 t:-1 a:6/2',
  hinge: 'l:50 | h:49.6,59.2 t:0 a:-20/80 | h:38,62.4 t:72 n:-20 a:-20/80',
  // Lunge
  'bulgarian-bar': 'bench:14,78/34 bb a:-6/-164 lf:28,75.4 ff:-120 ln:60 | h:49,60.5 t:6 | h:44,75 t:20 n:-6',
  'bulgarian-held': 'bench:14,78/34 {} lf:28,75.4 ff:-120 ln:60 | h:49,60.5 t:8 a:6/4 | h:44,75 t:22 n:-6 a:24/4',
  'step-up-bar': 'bb a:-6/-164 box:56,76/84 ln:62,73.4 | h:50,60 t:14 lf:44 n:-8 | h:63.4,42.4 t:6 lf:64,72 lf:30/60',
  'step-up-held': '{} box:56,76/84 ln:62,73.4 | h:50,60 t:14 lf:44 a:14/4 n:-8 | h:63.4,42.4 t:6 a:4/4 lf:30/60',
  'front-rack-lunge': 'bb a:60/160 | h:49.8,59.3 t:0 | h:47,75.6 t:4 ln:62 lf:30,87 ff:-52',
  'overhead-lunge': '{} | h:49.6,59.3 t:0 a:50.6,16.6 | h:47,75.6 t:2 ln:62 lf:30,87 ff:-52 a:48,33',
  'split-squat-bar': 'bb a:-6/-164 ln:62 lf:32,87 ff:-52 | h:48,61.6 t:3 | h:47,76 t:6',
  'split-squat-held': '{} ln:62 lf:32,87 ff:-52 | h:48,61.6 t:3 a:2/4 | h:47,76 t:6 a:6/4',
  'walking-lunge-held':
    '{} | h:42,75.6 t:6 ln:57 lf:25,87 ff:-52 a:6/4 | h:63,75.6 t:6 lf:76 ln:46,87 fn:-52 ff:0 a:6/4',
  'lunge-held': '{} | h:49.6,59.3 t:1 a:2/4 | h:47,75.6 t:6 ln:62 lf:30,87 ff:-52 a:6/4',
  // Press
  'seated-dip': `${ON_SEAT} pad:35,72/34,46 line:66,70/66,94 rod:66,72/hand grip | a:50,61 | a:52,70`,
  'assisted-dip':
    'line:30,61/68,61 line:66,61/66,94 l:34/110 f:-70 | h:49,55 t:4 a:50,59.4 rod:46,72/66,72 | h:44,69 t:22 a:50,59.4 n:-10 rod:44,86/66,86',
  'floor-press-held': '{} h:62,88.6 t:-90 l:78 n:4 | a:45,66 | a:47.4,80 z:upperArm,.55',
  'incline-press-held': `{} ${ON_INCLINE} | a:42,37.4 | a:47.6,52.8 z:upperArm,.55`,
  'decline-press-held':
    '{} h:58,66 t:-104 n:8 l:71,83 f:16 pad:64,72/27,81.4 line:58,74/58,94 line:36,80/36,94 stay:67.4,84/2.4 line:64,73/68,92 | a:40.4,46.8 | a:45,60.6 z:upperArm,.55',
  'plate-press': 'plate l:50 | a:40/112 | a:86/4',
  'bench-press-held': `{} ${ON_BENCH} | a:40.6,48.4 | a:43.4,63.4 z:upperArm,.55`,
  'standing-cable-press':
    'post:8,30 line:8,46/12,46 cable:12,46/hand grip ln:60 lf:40,88 ff:-34 h:50,60.6 t:10 | a:55,47 z:upperArm,.7 | a:76,46',
  'seated-bar-press': `${SEATED_FRONT} bb | a:61,47.6 | a:61,28`,
  'push-press-held': '{} | h:48.6,63.6 t:1 a:40/152 n:-6 | h:49.4,59.3 t:0 a:50.6,16.6',
  'single-press-held': 'af:-4/30 db:h/near | an:38/146 | an:50.6,17',
  'bottoms-up-kettlebell-press': 'af:-4/30 kb:up/near | an:40/138 | an:50.6,17',
  'press-pulled': 'cable:hand/56,92 l:50 | a:36/148 | a:51,17',
  'clap-push-up': '| h:50.3,85 t:87 l:0/0 a:64,92 z:upperArm,.7 n:-10 | h:47,70 t:66 l:0/0 a:66/6 n:-14',
  'one-arm-push-up':
    'n:-10 af:-30/70 lf:3/0 | h:48.3,75 t:69 l:0/0 an:66,92 | h:50.3,85 t:87 l:0/0 an:64,92 z:upperArm,.7',
  'ring-dip':
    'line:40,4/60,4 cable:50,4/hand | h:49,55 t:4 a:50,59.4 l:4/74 f:-40 | h:44,69 t:26 a:50,59.4 n:-10 l:4/74 f:-40',
  'ring-push-up':
    'line:56,20/76,20 cable:66,20/hand l:0/0 n:-10 | h:48.3,72 t:72 a:66,88.6 | h:50.3,84 t:88 a:64,88.6 z:upperArm,.7',
  // Row
  'renegade-row': 'db:h h:48.3,73.4 t:70 l:0/0 n:-10 | a:66,89.6 | an:56,73 af:66,89.6',
  'seal-row':
    'bb pad:20,62/68,62 line:28,64/28,94 line:62,64/62,94 t:90 h:44,55.8 l:0/2 f:-60 n:-6 | a:63,79 | a:60,68',
  'one-arm-row-held':
    'bench:28,76.6/78 kb:down/near h:44,59.4 t:78 n:-14 ln:43 lf:29,74 ff:-166 af:66,75 | an:63,79 | an:55,62.6',
  'row-held': '{} h:39.6,63.4 t:62 n:-22 | a:57,78 | a:51,64',
  'row-band': 'band:hand/88,56 post:88,40 h:44,63 t:8 l:48 | a:68.6,51 | a:52,56',
  // Pull down
  'rope-climb':
    'rod:54,0/54,92 | h:48,62 t:2 an:54,30 af:54,36 l:92/96 f:10 | h:48,50 t:2 af:54,18 an:54,26 l:60/90 f:-6',
  'kipping-pull-up': 'rig:52,17 f:-46 | h:44,58 t:-8 a:51.6,17 l:-14/30 | h:46,42.4 t:-12 a:52,17 l:40/50 n:-8',
  'scapular-pull-up':
    'front rig:50,18 z:shank,.7 | l:53.4,86.4 h:50,59.2 a:64,18 | l:53.4,83.4 h:50,56.2 a:64,18 z:spineHigh,.8 z:neck,1.1',
  // Chest
  'barbell-pullover': `bb:hand/6.4 ${ON_BENCH} | a:42,48.4 | a:20,60.4 n:-6`,
  'low-cable-fly':
    'front post:10,60 post:90,60 l:54 cable:10,90/hand2 cable:90,90/hand grip:hand grip:hand2 | a:76,56 | a:52.6,40',
  'suspension-fly': 'front line:40,4/60,4 cable:50,4/hand cable:50,4/hand2 l:54 | a:56,44 | a:80,46',
  fly: 'front l:54.6 | a:80,44 | a:52.6,50',
  // Shoulders
  'rotation-pulled': 'front l:54.6 post:10,40 cable:10,52/hand af:8/4 grip:hand | an:2/-84 | an:2/76',
  'rotation-held': 'front {} l:54.6 | a:90/-60 | a:90/88',
  'rear-delt-pulled': 'front post:10,20 post:90,20 l:54 cable:10,36/hand cable:90,36/hand2 | a:58,42 | a:81,42',
  'shrug-bar': 'front bb l:54.6 | a:60.6,64 | z:spineHigh,1.22 z:neck,.72 a:60.6,61.6',
  'shrug-held': 'front {} l:54.6 | a:8/2 | z:spineHigh,1.25 z:neck,.68 a:8/2',
  'upright-row-held': 'front {} l:54.6 | a:57,63 | a:104/-166',
  'y-raise-pulled': 'front post:10,50 post:90,50 cable:10,88/hand cable:90,88/hand2 l:54 | a:57,60 | a:140/6',
  'y-raise': 'front db:o l:54.6 | a:10/4 | a:140/6',
  'front-raise-bar': 'bb:hand/6.4 l:50 | a:6/4 | a:88/4',
  'front-raise-pulled': 'post:14,60 cable:14,88/hand l:50 grip | a:2/4 | a:88/4',
  'suspension-raise': 'line:66,14/86,14 cable:76,14/hand | h:55,61 t:-22 l:67 a:78/2 | h:50.4,59.6 t:-4 l:53 a:150/2',
  'front-raise-held': '{} l:50 | a:6/4 | a:88/4',
  'machine-lateral-raise': `${SEATED_FRONT} pad:50,42/50,66 roll:elbow+1.6,-2.8/2.4 roll:elbow2+-1.6,-2.8/2.4 | a:12/88 z:forearm,.4 | a:86/40 z:forearm,.4`,
  'lateral-raise-band': 'front l:54.6 band:hand/53,92 band:hand2/47,92 | a:8/4 | a:88/8',
  'lateral-raise-held': 'front db:o l:54.6 | a:8/4 | a:88/8',
  'leaning-lateral-raise': 'front db:o/near post:20,20 lf:45 ln:52 h:53,59.6 t:10 af:25,42 | an:2/4 | an:96/6',
  // Curl
  'preacher-held':
    '{} pad:30,77/46,77 line:38,78/38,94 h:38,70.4 t:16 l:54 pad:46,61.6/57,72 line:54,70/54,94 | a:62/6 | a:62/112',
  'spider-curl-bar':
    'bb:hand/6.4 pad:46,69.4/61.8,55 line:52,66/52,94 line:61,58/68,94 l:24,88 f:-46 h:42,62 t:48 n:-14 | a:50/4 | a:52/112',
  'spider-curl-held':
    'db:o pad:46,69.4/61.8,55 line:52,66/52,94 line:61,58/68,94 l:24,88 f:-46 h:42,62 t:48 n:-14 | a:50/4 | a:52/112',
  'bayesian-curl':
    'post:10,50 cable:10,88/hand grip ln:60 lf:44,88 ff:-34 h:51,60.4 t:4 af:20/40 | an:-26/6 | an:-16/124',
  'overhead-cable-curl':
    'front post:8,20 post:92,20 cable:8,36/hand2 cable:92,36/hand l:54 grip:hand grip:hand2 | a:88/4 | a:88/128',
  'suspension-curl': 'line:66,14/86,14 cable:76,14/hand | h:48,63 t:-30 l:64 a:88/4 | h:51,62 t:-18 l:64 a:92/116',
  'curl-held': '{} | a:4/8 | a:14/126',
  'curl-21s': 'bb:hand/6.4 | a:4/70 | a:16/132',
  'drag-curl': 'bb:hand/6.4 | a:4/8 | a:-34/96',
  'reverse-curl': 'bb:hand/6.4 | a:8/4 | a:10/112',
  // Extension
  'floor-dip': 'l:64 | h:40,86 t:-20 a:26,91 | h:40,89 t:-34 a:22,92',
  'kickback-pulled': 'post:90,40 cable:90,66/hand l:46 h:44,60.4 t:52 n:-16 grip | an:0/88 af:40/60 | an:-6/4 af:40/60',
  'overhead-extension-bar': 'bb:hand/5.6 l:50 | a:172/10 | a:166/124',
  'machine-triceps-extension':
    'pad:30,77/46,77 line:38,78/38,94 h:38,70.4 t:10 l:54 pad:46,60/58,66 line:54,64/54,94 wheelGear:53,58/2.2 rod:53,58/hand grip | a:66/108 | a:62/8',
  'skullcrusher-held': `{} ${ON_BENCH} | a:90/2 | a:92/104`,
  'tate-press': `db:o ${FROM_END} | a:56,45 | a:80/150 z:forearm,.7`,
  'bodyweight-triceps-extension': 'box:66,66/88 l:0/0 f:-60 | h:47,66.6 t:50 a:70,64 | h:51,71 t:60 a:70,64! n:0',
  'suspension-triceps-extension':
    'line:66,14/86,14 cable:76,14/hand | h:46,60.2 t:24 l:36,87 f:-46 a:92/4 | h:49,63 t:40 l:36,87 f:-46 a:130/96 n:4',
  'cross-body-cable-extension':
    'front post:10,16 post:90,16 cable:10,24/hand cable:90,24/hand2 l:54 grip:hand grip:hand2 | a:20/-120 | a:24/4',
  // Grip
  'wrist-pulled': 'post:90,60 cable:90,90/hand bench:20,77/44 h:34,70.4 t:24 l:50 | a:54,68 | a:54.6,66',
  'wrist-roller': 'l:50 cable:hand/75,70 weight:73,72/77,72 grip | a:88/2 | a:88/2 cable:hand/75,56 weight:73,58/77,58',
  'wrist-bar': 'bench:20,77/44 h:32,70.4 t:34 n:4 l:48 | a:55.4,69 bb:hand+1.6,2/5.6 | a:55,67 bb:hand+0.4,-2.4/5.6',
  'wrist-held': '{} bench:20,77/44 h:32,70.4 t:34 n:4 l:48 | a:55.4,69 | a:55,66.4',
  'hold-bar': 'bb l:50 | a:6/2',
  'hold-held': '{} l:50 | a:4/4',
  'hand-gripper':
    'l:50 | a:4/80 rod:hand+-2,-3/hand+-3,4 rod:hand+2,-3/hand+3,4 | a:4/80 rod:hand+-1,-3/hand+-1,4 rod:hand+1,-3/hand+1,4',
  'towel-hang': 'front rig:50,8 z:shank,.82 l:53.4,90.6 cable:58,8/hand cable:42,8/hand2 h:50,62 a:58,22 |',
  'one-arm-dead-hang': 'front rig:50,16 z:shank,.83 l:53.4,88 h:50,58.4 an:58,17 af:8/4 |',
  // Knee
  'reverse-nordic-curl': 'f:-166 l:26,91.4 a:30/110 pad:20,93.8/50,93.8 | h:42.6,75.4 t:0 | h:29.6,80.4 t:-40',
  'terminal-knee-extension':
    'post:92,60 band:knee+-2,0/92,78 l:50 lf:40 | h:45,60.6 t:2 a:20/40 ln:50 | h:48,60.4 t:2 a:20/40',
  'ball-leg-curl': 'a:-8/4 n:8 ballFrame:ankle+0,8/6.6 t:-110 | h:44,82 l:18/4 f:30 | h:44,77 t:-122 l:70/104 f:20',
  'slider-leg-curl':
    'a:-20/4 n:20 | h:44,84 t:-106 l:75,92.6 f:60 roll:ankle+0,1/1.4 | h:43.4,77.6 t:-122 l:60 roll:ankle+0,2/1.4',
  'standing-leg-curl':
    'post:74,40 line:74,46/66,46 a:66,47 h:47.6,59.4 t:12 lf:50 n:-6 roll:ankle+-2,0/2.4 | ln:48 | ln:-8/92 f:-10',
  'dumbbell-leg-curl':
    'pad:20,78/60,78 line:26,80/26,94 line:56,80/56,94 h:44,71.6 n:12 a:60,84! db:x/near | t:92 h:56,71.6 l:-3/2 f:0 weight:ankle+0,2/ankle+0,-2 | t:92 h:56,71.6 l:-3/96 weight:ankle+2,-2/ankle+-2,-2',
  // Hip
  'copenhagen-plank': 'bench:12,74/36 front h:50,73 t:70 an:70/0 af:110/0 z:forearm,.12 l:10/0 lf:2/0 f:84 |',
  'side-lying-abduction': 'front h:48,86.6 t:80 n:0 an:174/0 af:20/40 | l:-8/0 lf:0/0 f:84 | ln:-8/0 lf:36/0 f:84',
  'band-lateral-walk': 'front h:50,66 a:54,50 band:ankle/ankle2 z:thigh,.96 | l:56 | ln:70 lf:44 h:54,67',
  'psoas-march': `${LYING} band:toe/toe2 a:4/2 | l:90/90 f:0 | ln:90/90 lf:10/4 f:0`,
  'floor-kickback': `${ALL_FOURS} a:57,92 lf:22.4,91 | ln:22.4,91 | ln:-6/76 fn:60`,
  'adduction-pulled': 'front post:92,50 cable:92,89/ankle lf:46 a:20/60 h:48,59.4 | ln:70,84 | ln:44,88',
  'abduction-pulled': 'front post:8,50 cable:8,89/ankle lf:47 a:20/60 h:48,59.4 | ln:52,91 | ln:72,80',
  'hip-flexion-pulled': 'post:10,60 cable:10,89/ankle lf:50 a:20/60 h:49.4,59.2 | ln:46 | ln:96/90 f:0',
  'kickback-machine':
    'post:84,40 line:84,50/76,50 pad:72,58/72,70 a:76,51 h:55,60 t:30 n:-12 lf:57 roll:knee+-3,2/2.4 | ln:56,89 | ln:-34/30',
  // Calf
  'leg-press-calf-press':
    'bench:18,86/40 pad:33,83/18,66 a:14/40 h:38,79.6 t:-42 line:44,94/86,44 l:60,56.6 | rod:56,48.6/69,64.6 f:64 | rod:60,45.6/73,61.6 f:36',
  'seated-calf-held': '{} bench:26,76/44 box:55,88/70 h:37,69.4 t:6 a:50,65 | l:58,85 f:0 | l:58,81.4 f:-34',
  'tibialis-raise': 'line:34,20/34,94 h:41,61 t:-4 l:51 a:4/6 | f:0 | f:34',
  'calf-bar': 'bb a:-6/-164 box:44,90/62 | h:49.6,56 t:4 l:50,87.6 f:-2 | h:50.4,51 t:4 l:50,83 f:-40',
  'calf-single-held': '{} box:44,90/62 lf:10/84 a:2/4 | h:49.6,56 t:0 ln:50,87.6 fn:-2 | h:50.4,51 t:0 ln:50,83 fn:-40',
  'calf-held': '{} box:44,90/62 a:2/4 | h:49.6,56 t:0 l:50,87.6 f:-2 | h:50.4,51 t:0 l:50,83 f:-40',
  // Trunk
  'reverse-plank': '| h:50,78 t:-68 a:31,92 l:0/0 f:70 n:6',
  'plank-high': 'l:0/0 h:48.3,75 t:69 n:-10 | a:66,92 | af:66,92 an:40/118',
  'plank-shoulder-tap': 'l:0/0 h:48.3,75 t:69 n:-8 | a:66,92 | af:66,92 an:30/140',
  'spiderman-plank': 'l:0/0 h:46.4,81.6 t:83 a:83/90 n:-8 | | ln:146/158 fn:-60',
  'bear-plank': '| h:38,72 t:78 a:57,92 l:24,86 f:-60 n:-8',
  'stability-ball-plank': 'ballFrame:64,84/10 l:0/0 n:-8 | h:46,70 t:64 a:64,76 | h:46,71 t:66 a:70,75',
  'suspension-jackknife':
    'line:8,46/28,46 cable:18,46/ankle n:-10 a:66,92 | h:46.6,72.6 t:77 l:0/0 | h:52,64 t:104 l:120/120',
  'captains-chair': 'post:38,22 line:38,52/56,52 pad:39,36/39,56 h:45,57 t:0 a:10/84 | l:4/8 f:-20 | l:104/100 f:0',
  'captains-chair-leg-raise':
    'post:38,22 line:38,52/56,52 pad:39,36/39,56 h:45,57 t:0 a:10/84 | l:4/8 f:-20 | l:92/4 f:0',
  'toes-to-bar': 'rig:52,12 t:0 a:52,12 | h:50,54 l:0/2 f:-40 | h:44.6,44 t:-34 l:152/10 f:-30',
  'front-lever-hold': 'rig:52,30 h:64,46 t:-88 a:52,30 l:0/0 f:-40 |',
  'front-lever-raise': 'rig:52,14.4 l:0/0 f:-40 | h:50,56 t:0 a:52,14.4 | h:64,31.4 t:-88 a:52,14.4',
  'lying-knee-raise': `${LYING} a:4/2 n:4 | l:20/30 f:-10 | l:112/112 f:-10`,
  'reverse-crunch': 'a:4/2 | h:46,89.4 t:-90 n:4 l:90/90 f:0 | h:44,82 t:-108 n:18 l:100/110 f:0',
  'dragon-flag': 'bench:16,77/56 a:160/60 | h:50,71.4 t:-92 l:0/0 f:-40 | h:42,60 t:-140 n:40 l:0/0 f:-40',
  'windshield-wipers': 'front rig:50,14 h:50,56 a:62,14 | ln:70/0 lf:-50/0 | lf:70/0 ln:-50/0',
  'flutter-kicks': `${LYING} a:-4/2 n:10 f:-40 | ln:26/2 lf:8/2 | ln:8/2 lf:26/2`,
  'ab-scissors': `${LYING} a:-4/2 n:10 f:-30 | ln:62/2 lf:10/2 | ln:10/2 lf:62/2`,
  'barbell-rollout':
    'pad:16,93.6/44,93.6 bb:hand/6 f:-166 | h:38,73.6 t:62 l:22.4,91 a:62,87 n:-6 | h:50,80.6 t:79 l:22.4,91 a:90.2,87 n:-8',
  'twist-pulled': 'front post:8,20 cable:8,44/hand l:58 grip:hand | an:42,46 af:38,48 | an:66,46 af:62,48',
  'pallof-press': 'post:8,20 h:50,60 t:0 l:50 cable:hand/8,46 grip | a:30/120 | a:86/4',
  'landmine-180':
    'front l:60 line:46,94/54,94 h:50,59.6 | an:66,58 af:60,57 rod:50,92/hand+3,-6 plate:hand+3,-6 | an:40,57 af:34,58 rod:50,92/hand2+-3,-6 plate:hand2+-3,-6',
  windmill: 'front kb:rack/near l:60 h:50,60 | an:180/0 af:8/4 | t:-56 h:50,62.8 an:124/0 af:56/0',
  'side-bend-pulled': 'front l:55 h:50,59.8 post:92,60 cable:92,89/hand af:150/150 | t:10 an:4/2 | t:-14 an:2/2',
  'side-bend-held': 'front l:55 h:50,60 db:o/near af:150/150 | t:16 an:0/2 | t:-14 an:4/2',
  'ball-crunch': 'ballFrame:42,82/11.4 l:66 h:50,71 a:120/160 | t:-104 n:0 | c:34 t:-92 n:12',
  'heel-taps': `${LYING} l:58 n:14 c:16 | an:2/2 af:14/20 | an:14/20 af:2/2`,
  'toe-touch': `${LYING} l:88/2 f:0 | a:92/2 n:4 | c:44 a:112/2 n:10`,
  'sit-up-held': `${LYING} l:62 {} | a:60/130 n:8 | t:-24 a:60/130 n:14`,
  'crunch-held': `${LYING} l:62 {} | a:60/130 n:8 | c:40 t:-86 a:60/130 n:14`,
  'jackknife-sit-up': '| h:50,89.4 t:-90 a:172/2 l:2/2 | h:50,88.6 t:-44 c:8 l:110/90 a:104/2 n:4',
  'crunch-machine': `${ON_SEAT} pad:35,72/34,46 line:26,20/26,94 rod:26,26/hand grip | a:50/126 | c:40 t:4 a:50/126 n:8`,
  'torso-rotation-machine': `${SEATED_FRONT} line:36,40/36,50 line:64,40/64,50 rod:36,46/64,46 | a:64,48 t:5 | a:64,48 t:-5`,
  // Neck
  'neck-side': `${SEATED_FRONT} a:58,73 | n:24 | n:-24`,
  'neck-lying': 'bench:36,77.5/76 {} h:66,71.4 t:-90 l:78 | a:34,62 n:-26 | a:36,58 n:34',
  neck: 'bench:28,77/52 h:40,70.6 t:6 l:56 a:54,68 | n:44 | n:-26',
  // Carry
  'bear-crawl':
    'f:-40 | h:36,70 t:86 an:60,92 af:52,92 lf:28,88 ln:20,88 n:-14 | h:44,70 t:84 af:67,92 an:58,92 ln:38,88 lf:28,88 n:-14',
  'sled-drag':
    'box:78,86/98 weight:84,82/92,82 band:hand/78,86 | h:40,68 t:-8 a:58,60 ln:52 lf:40,89 | h:38,68 t:-8 a:56,60 lf:50 ln:38,89',
  'forward-sled-drag':
    'box:2,86/22 weight:8,82/16,82 band:hip/22,86 | h:60,62 t:24 ln:70 lf:46,88 ff:-34 a:30/80 | h:60,62 t:24 lf:70 ln:46,88 fn:-34 ff:0 a:30/80',
  'overhead-carry': '{} a:179/0 | ln:58 lf:43,88 ff:-36 h:50,60 t:0 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:0',
  'waiter-carry':
    'kb:rack/near an:179/0 af:10/10 | ln:58 lf:43,88 ff:-36 h:50,60 t:0 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:0',
  'zercher-carry':
    'bb:elbow+0.6,-2.6 a:38/96 | ln:58 lf:43,88 ff:-36 h:50,60 t:-2 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:-2',
  'sandbag-carry':
    'a:44/76 weight:hand+-3,-4/hand+-3,5 weight:hand+-5,-3/hand+-5,4 | ln:58 lf:43,88 ff:-36 h:50,60 t:-4 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:-4',
  'yoke-walk':
    'rod:36,38/66,38 rod:36,20/36,86 rod:66,20/66,86 weight:36,78/36,84 weight:66,78/66,84 a:24/128 | ln:58 lf:43,88 ff:-36 h:51,60 t:2 | lf:57 ln:44,88 fn:-36 ff:0 h:51,60 t:2',
  'rack-carry': '{} a:44/146 | ln:58 lf:43,88 ff:-36 h:50,60 t:0 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:0',
  'farmers-walk-handles':
    'rod:hand+-9,0/hand+9,0 weight:hand+-9,-2/hand+-9,5 weight:hand+9,-2/hand+9,5 a:2/4 | ln:58 lf:43,88 ff:-36 h:50,60 t:2 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:2',
  'carry-held': '{} a:2/4 | ln:58 lf:43,88 ff:-36 h:50,60 t:2 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:2',
  // Olympic
  'high-pull': 'bb | h:37.2,71 t:66 n:-30 a:53.4,87 | h:49.6,56 t:-4 l:50,88.6 f:-34 a:54,48!',
  'high-pull-kettlebell': 'kb:down/near | h:39.4,74 t:52 n:-22 a:52,84.8 | h:49.6,59 t:-2 a:56,48!',
  'clean-press-held': '{} | h:39.4,74 t:52 n:-22 a:53,86 | h:49.4,59.3 t:0 a:50.6,17',
  'clean-held': '{} | h:39.4,74 t:52 n:-22 a:53,86 | h:47,62 t:4 a:46/150',
  'kettlebell-snatch':
    'af:20/20 | kb:down/near h:39.6,74 t:52 n:-24 an:53,85 | kb:rack/near h:49.2,60 t:0 an:50.6,17.6 af:-10/10',
  'kettlebell-clean':
    'af:20/20 | kb:down/near h:39.6,74 t:52 n:-24 an:53,85 | kb:rack/near h:48.6,60 t:0 an:34/142 af:-10/10',
  'hang-snatch': 'bb | h:42.6,62.4 t:42 n:-20 a:53.6,70.4 | h:40.5,80 t:30 a:50.5,41 n:-14',
  'split-jerk': 'bb | h:48.6,63.6 t:1 a:34/152 n:-6 | h:51,63 t:0 a:52,20.4 ln:64 lf:36,87 ff:-50',
  'clean-and-press': 'bb | h:37.2,71 t:66 n:-30 a:53.4,87 | h:49.4,59.3 t:0 a:50.6,16.6',
  // Jump and throw
  'jump-squat-bar': 'bb a:-6/-164 | h:40,77 t:38 n:-14 | h:50,48 t:4 l:50,80.4 f:-52',
  'trap-bar-jump': 'rod:hand+-9,0/hand+9,0 bb | h:41,75 t:44 a:53,86 n:-18 | h:50,48 t:0 l:50,80.4 f:-52 a:4/2',
  'chest-pass': 'l:50 | h:48.6,60 t:2 a:40/116 ball:hand+2,0/4.6 | h:49.6,59.6 t:8 a:82/2 ball:86,40/4.6',
  'rotational-throw':
    'front l:60 | h:50,60.4 t:-6 an:37,54 af:33,57 ball:34,56/4.6 | h:50,60.4 t:6 an:72,48 af:64,47 ball:88,44/4.6',
  'seated-box-jump':
    'bench:16,78/36 box:62,72/86 | h:30,70.6 t:20 l:44 a:-20/10 | h:68,58.6 t:36 l:74,69.4 a:76/30 n:-14',
  'jumping-lunge': '| h:47,75.6 t:6 ln:62 lf:30,87 ff:-52 a:24/100 | h:50,50 t:2 lf:62,78 ln:38,76 f:-40 a:-10/60',
  'tuck-jump': '| h:42,74 t:36 l:50 a:-30/10 n:-10 | h:48,46 t:14 l:116/110 f:-20 a:60/40',
  'single-leg-hop': '| h:46,66 t:24 ln:50 lf:10/80 a:-20/40 | h:50,50 t:2 ln:52,82 lf:60/90 fn:-46 a:40/60',
  'high-knee-skip':
    '| h:50,52 t:0 lf:50,84 ff:-48 ln:100/100 an:-30/96 af:40/96 | h:50,52 t:0 ln:50,84 fn:-48 lf:100/100 af:-30/96 an:40/96',
  'pogo-jump': '| h:49.4,59.6 t:0 l:50 a:4/30 | h:50,50 t:0 l:50,82.2 f:-50 a:4/30',
  'lateral-bound':
    'front | h:36,64 t:-6 lf:30 ln:50,82 a:30/60 z:shank,.9 | h:64,64 t:6 ln:70 lf:50,82 a:30/60 z:shank,.9',
  'overhead-medicine-ball-throw':
    '| h:48.6,59.6 t:-8 l:50 a:200/40 ball:hand/4.6 | h:50,60 t:16 ln:58 lf:42,88 ff:-34 a:120/4 ball:88,24/4.6',
  // Conditioning
  'devils-press': 'db:h | l:0/0 h:48.3,74 t:70 a:66,89.6 n:-10 | h:49.4,59.3 t:0 a:50.6,17',
  'band-squat-row': 'band:hand/90,56 post:90,30 | h:38,78 t:26 l:48 a:62,58 n:-6 | h:47.4,59.6 t:-2 l:48 a:53,50',
  boxing: 'h:49,61 t:8 ln:58 lf:40,88.4 ff:-30 | an:36/140 af:50/130 | an:86/2 af:40/140',
  climbing:
    'line:74,2/70,94 box:66,54/71 | h:58,62 t:-4 an:68,26 af:70,40 ln:100/94 lf:66,88 | h:58,50 t:-4 af:70,14 an:70,30 lf:90/80 ln:66,80',
  'vertical-climber':
    'line:70,6/58,94 line:66,4/78,4 | h:50,58 t:6 an:66,34 af:62,52 ln:90/80 lf:56,89 | h:50,58 t:6 af:66,34 an:62,52 lf:90/80 ln:56,89',
  'incline-walk':
    'line:8,92/86,78 line:8,94/86,94 line:86,94/86,46 line:86,46/76,48 | h:46,52.6 t:10 ln:56,81 fn:10 lf:38,83 ff:-20 a:10/60 | h:46,52.6 t:10 lf:56,81 ff:10 ln:38,83 fn:-20 a:20/60',
  rucking:
    'weight:shoulder+-7,3/waist+-7,0 weight:shoulder+-8,4/waist+-8,-1 | ln:59 fn:14 lf:42,88.4 ff:-34 h:50,60 t:10 an:-18/20 af:20/20 | lf:57 ff:14 ln:43,88.4 fn:-34 h:50,60 t:10 af:-18/20 an:20/20',
  hiking:
    'line:0,98/100,90 rod:hand/68,92 | ln:59,86 fn:14 lf:42,87.4 ff:-20 h:50,57 t:8 an:40/40 af:-10/20 | lf:58,86 ff:14 ln:43,87.4 fn:-20 h:50,57 t:8 an:44/30 af:10/20',
  skating:
    '| h:42,68 t:44 ln:50 lf:20,82 ff:-30 an:-50/20 af:60/40 n:-20 | h:42,68 t:44 lf:50 ln:20,82 fn:-30 ff:0 af:-50/20 an:60/40 n:-20',
  skiing:
    'rod:38,93.4/68,93.4 | h:42,72 t:44 l:50 a:40/60 rod:hand/24,88 n:-20 | h:40,66 t:30 l:50 a:60/30 rod:hand/64,92 n:-12',
  snowboarding: 'front rod:24,93.6/76,93.6 f:80 | h:50,66 l:62 a:60/20 | h:46,72 t:-10 l:62 a:70/20',
  'sledgehammer-swing':
    'wheel:78,86/8 | h:49,60 t:-4 l:50 a:200/30 rod:hand/hand+-14,-4 weight:hand+-14,-7/hand+-14,-1 | h:42,66 t:46 l:50 a:58,66 rod:hand/74,76 weight:72,74/78,78',
  'tire-flip':
    '| h:36,74 t:56 l:46 a:56,86 n:-24 rod:56,90/92,90 rod:56,86/92,86 | h:48,60 t:24 l:46 a:66,54 n:-8 rod:62,90/74,48 rod:66,92/78,50',
  aerobics: 'front | a:60/60 l:54 | ln:63 lf:46 t:4 h:50,60.6 a:150/10',
  // Mobility
  'ankle-rock': 'lf:32,90 ff:-166 ln:56 a:20/60 | h:43,76 t:4 | h:48,76 t:8',
  'couch-stretch':
    'line:24,30/24,94 | h:44,74 t:6 ln:60 lf:26,74 ff:-90 a:30/60 | h:42,74 t:-6 ln:60 lf:26,74 ff:-90 a:10/40',
  'foam-rolling': 'wheelGear:56,88/5 | h:44,82 t:-50 l:66 a:20,91 f:60 | h:40,80 t:-56 l:66 a:16,91 f:60',
  'greatest-stretch':
    '| h:44,74 t:58 ln:66 lf:16,86 ff:-60 a:62,87 n:-10 | h:44,74 t:58 ln:68 lf:14,86 ff:-60 af:62,87 an:236/0 n:-30',
  'thoracic-rotation': `${ALL_FOURS} l:22.4,91 af:57,92 | an:40/130 | an:130/120`,
  'roll-up': '| h:46,89.4 t:-90 a:172/2 l:2/2 n:4 | h:46,89 t:10 c:50 a:100/2 l:96/2 n:20',
  'forward-fold': '| h:42,88.8 t:-2 l:90/2 f:0 a:60/10 | h:42,88.8 t:30 c:30 l:120/2 f:0 a:130/4 n:20',
  yoga: '| h:46,70 t:4 ln:64 lf:20,88 ff:-20 a:176/2 | h:46,70 t:0 ln:64 lf:20,88 ff:-20 an:88/0 af:-88/0',
}
