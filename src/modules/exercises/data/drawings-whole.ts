/** Drawings of exercises for the trunk and the whole body, and of conditioning. The text's form: rules/drawing-text.ts. */
const LYING = 'h:46,89.4 t:-90'
const BAR_RACK = 'bb a:60/160'

export const WHOLE: Record<string, string> = {
  plank: '| l:0/0 h:46.4,81.6 t:83 a:83/90 n:-8',
  'side-plank': 'front | h:48,77.6 t:74 l:-1/0 an:74/0 af:106/0 z:forearm,.12 n:0',
  crunch: `${LYING} l:62 a:120/160 | n:8 | c:40 t:-86 n:14`,
  'sit-up': `${LYING} l:62 a:120/160 | n:8 | t:-24 n:14`,
  'decline-crunch':
    'pad:66,66/26,84 line:58,70/58,94 line:30,82/30,94 stay:79,74.6/2.6 line:64,66/78,72 h:60,64 t:-114 l:78,70 f:20 a:120/160 | n:8 | c:44 t:-106 n:14',
  'hanging-leg-raise': 'rig:50,12 h:48.6,54 t:0 a:50,12 | l:0/2 f:-40 | l:92/4 t:-6 f:20',
  'hanging-knee-raise': 'rig:50,12 h:48.6,54 t:0 a:50,12 | l:0/2 f:-40 | l:104/104 t:-8 f:-10',
  'cable-crunch':
    'stack:88,10 cable:84.4,13/hand l:24,91.6 f:-166 h:40,75.4 | t:18 a:100/118 n:4 | t:60 c:38 a:92/128 n:14 h:37,76',
  'ab-wheel-rollout':
    'pad:16,93.6/44,93.6 wheelGear:hand/4.6 f:-166 | h:38,75 t:64 l:22.4,91.6 a:60,88.6 n:-6 | h:49.4,79.8 t:78 l:22.4,91.4 a:88.6,88.6 n:-8',
  'russian-twist':
    'front h:50,85 z:thigh,.5 z:shank,.62 l:55,88 plate:hand | an:65,76 af:62,78 n:0 | an:38,78 af:35,76',
  'dead-bug': `${LYING} | a:92/0 l:90/90 f:0 | af:92/0 an:172/4 lf:90/90 ln:6/4 n:6`,
  'bird-dog': 'f:-166 h:38,75 t:69 n:-16 | a:57,92 l:22.4,91 | af:158/2 an:57,92 lf:22.4,91 ln:-20/2',
  'lying-leg-raise': `${LYING} a:4/2 n:4 | l:4/2 f:-30 | l:88/4 f:-10`,
  'bicycle-crunch': `h:48,89.2 t:-74 c:34 n:14 a:146/146 | ln:112/108 lf:20/6 | lf:112/108 ln:20/6`,
  'v-up': '| h:50,89.4 t:-90 a:172/2 l:2/2 | h:50,88.6 t:-44 c:8 l:84/2 a:104/2 n:4',
  'hollow-hold': '| h:48,89.4 t:-80 c:26 a:168/2 l:24/2 n:8',
  'l-sit': 'box:38,86/56 | h:47,82 t:0 a:47.6,84.6! l:90/2 f:0 z:upperArm,.92 z:forearm,.92',
  superman: '| h:47,88.6 t:90 l:0/0 f:-166 a:178/0 n:-8 | h:47,88.6 t:80 c:-18 l:-18/8 f:-200 a:176/0 n:-16',
  'mountain-climber': 'h:48.3,74.4 t:72 a:66,92 n:-10 | lf:0/0 ln:112/118 fn:-20 | ln:0/0 lf:112/118 ff:-20',
  'turkish-get-up': 'kb:rack/near | h:46,89.4 t:-90 an:90/0 af:30/2 ln:62 lf:0/0 | h:47,60 t:2 an:179/0 ln:52 lf:46',

  'farmers-walk': 'db:h a:2/4 | ln:58 lf:43,88 ff:-36 h:50,60 t:2 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:2',
  'suitcase-carry':
    'kb:down/near af:20/30 | ln:58 lf:43,88 ff:-36 h:50,60 t:1 an:2/4 | lf:57 ln:44,88 fn:-36 ff:0 h:50,60 t:1 an:2/4',
  'sled-push':
    'box:68,86/96 rod:74,86/74,58 rod:90,86/90,58 a:73,64 h:40.4,66.6 t:56 n:-22 weight:78,82/86,82 | ln:44,88 fn:-34 lf:22,88 ff:-44 | lf:44,88 ff:-34 ln:22,88 fn:-44',

  clean: `bb | h:38.2,72.8 t:60 n:-26 a:53,87 | h:42,80 t:18 n:-6 a:60/160`,
  'power-clean': `bb | h:38.2,73.2 t:60 n:-26 a:53,87 | h:45.4,65 t:10 n:-4 a:60/160`,
  'hang-clean': `bb | h:42.6,62.4 t:42 n:-20 a:53.6,70.4 | h:42,80 t:18 n:-6 a:60/160`,
  'clean-and-jerk': `${BAR_RACK} | h:48.6,59.6 t:2 | h:51,63 t:0 a:52,20.4 ln:64 lf:36,87 ff:-50`,
  'push-jerk': `bb | h:48.6,63.6 t:1 a:34/152 n:-6 | h:47.4,65 t:4 a:49.8,22.4`,
  snatch: 'bb | h:37.6,75 t:60 n:-28 a:53,87 z:upperArm,.92 z:forearm,.92 | h:40.5,80 t:30 a:50.5,41 n:-14',
  'power-snatch': 'bb | h:37.6,75 t:60 n:-28 a:53,87 z:upperArm,.92 z:forearm,.92 | h:45.8,64 t:10 a:50.4,22 n:-6',
  'dumbbell-snatch': 'db:h/near | h:39.6,74 t:52 n:-24 an:53,86 af:20/20 | h:49.2,60 t:0 an:50.6,17.6 af:-10/10',
  'dumbbell-thruster': 'db:h | h:42,79 t:20 n:-8 a:46/150 | h:49.4,59.3 t:0 a:50.6,17',
  'barbell-thruster': `bb | h:42,80 t:18 n:-6 a:60/160 | h:49.4,59.3 t:0 a:50.6,16.6`,

  'box-jump': 'box:60,70/86 | h:34,74 t:44 l:42 a:-34/10 n:-16 | h:64,56.6 t:36 l:70,67.4 a:76/30 n:-14',
  'jump-squat': '| h:40,77 t:40 a:-30/10 n:-14 | h:50,47 t:2 l:50,79.4 f:-52 a:-8/6',
  'broad-jump': '| h:22,74 t:46 l:30 a:-56/6 n:-18 | h:64,62 t:34 l:86,80 f:14 a:116/10 n:-10',
  'medicine-ball-slam': 'ball:hand/4.8 | h:49.6,59.2 t:-3 l:50 a:50.6,18 | h:41,70 t:52 l:50 a:60,78 n:6',
  'wall-ball':
    'line:86,4/86,94 | h:41.6,79 t:20 l:50 a:42/132 ball:hand+3,0/5 n:-10 | h:49.4,59 t:0 l:50 a:156/6 ball:72,15/5 n:-14',
  burpee: '| l:0/0 h:46.3,75 t:69 a:64,92 n:-10 | h:50,48 t:0 l:50,80 f:-50 a:170/6',
  'jumping-jack': 'front | a:10/4 l:53.6 | h:50,56 a:142/16 l:63,87 f:20',
  'jump-rope':
    'front a:20/52 | l:53.4 rope:hand/78,62/74,93.8/50,94.4/26,93.8/22,62/hand2 | h:50,52 l:53.4,84.6 f:14 rope:hand/92,40/76,2/50,2/24,2/8,40/hand2',
  'battle-ropes':
    'l:50 h:42,68 t:26 n:-10 | an:68,46 af:64,64 rope:hand/74,36/80,84/88,62/92,93/99,93 rope:hand2/72,78/78,56/86,93/99,93.4 | af:68,46 an:64,64 rope:hand2/74,36/80,84/88,62/92,93/99,93 rope:hand/72,78/78,56/86,93/99,93.4',
  'rowing-machine':
    'line:8,88/86,84 line:14,88/14,94 line:80,84/80,94 wheel:86,76/8 rod:hand+0,-2/hand+0,2 line:61,88/66,74 f:56 | h:42,79.4 t:26 n:-6 l:58,80.6 a:62.6,68 seat:42,85.4 cable:hand/80,74 | h:27.6,79.6 t:-24 l:58,80.6 a:36,68 seat:27.6,85.6 cable:hand/80,74',
  'ski-erg':
    'line:80,8/80,94 wheel:80,18/7 box:70,92/92 cable:76,12/hand grip | h:49,59.4 t:2 l:49 a:62,20.6 n:-8 | h:41,67.4 t:48 l:49 a:52,72 n:6',
  'treadmill-run':
    'box:8,88/84 line:80,88/86,52 line:86,52/74,54 | h:46,54 t:8 ln:54.6,85.4 lf:26,72 ff:-80 an:-30/90 af:34/96 n:-4 | h:46,52.6 t:8 lf:52.6,84.4 ln:26,70 fn:-80 ff:0 af:-30/90 an:34/96 n:-4',
  running:
    '| h:50,60 t:10 ln:40,89 fn:-30 lf:54/92 ff:-20 af:-40/90 an:40/96 n:-6 | h:50,56.4 t:10 lf:30,79 ff:-80 ln:34/26 af:36/96 an:-40/90 n:-6',
  walking:
    'a:0/10 | ln:59 fn:14 lf:42,88.4 ff:-34 h:50,60 an:-18/10 af:20/20 | lf:57 ff:14 ln:43,88.4 fn:-34 h:50,60 af:-18/10 an:20/20',
  cycling:
    'wheel:22,80/13.4 wheel:78,80/13.4 line:22,80/40,62/70,60/78,80 line:40,62/47,79/70,60 line:22,80/47,79 line:70,60/69,54/74,53 line:38,56/40,62 seat:38,55.6 roll:47,79/2.2 h:38,51 t:52 n:-34 a:71,54 | ln:49,80.8 lf:43,70 f:0 | lf:49,80.8 ln:43,70 f:0',
  'indoor-cycling':
    'wheel:74,80/11 line:30,94/84,94 line:42,58/50,94 line:50,78/74,80 line:70,92/68,48 line:68,48/74,47 seat:40,56.6 roll:50,78/2.2 h:40,52 t:38 n:-24 a:70,47.6 | ln:50,82 lf:46,70.6 f:0 | lf:50,82 ln:46,70.6 f:0',
  'air-bike':
    'wheel:74,74/14 line:30,94/84,94 line:42,60/48,94 line:48,80/74,74 seat:41,58.6 roll:49,80/2.2 h:41,54 t:6 n:0 rod:66,84/hand rodFar:66,84/hand2 | an:58,44 af:63,40 ln:51,84 lf:45,73 f:0 | an:63,40 af:58,44 lf:51,84 ln:45,73 f:0',
  elliptical:
    'wheel:20,82/9 line:12,94/84,94 line:72,94/70,40 rod:72,80/hand rodFar:72,80/hand2 | h:46,56.6 t:6 an:58,38 af:68,36 ln:56,85 lf:36,84 ff:-24 line:20,82/66,88 | h:46,56.6 t:6 af:58,38 an:68,36 lf:56,85 ln:36,84 fn:-24 ff:0 line:20,82/66,88',
  'stair-machine-steps':
    'box:40,84/52 box:52,76/64 box:64,68/76 line:76,68/80,40 line:80,40/68,42 box:28,92/40 | h:51,50 t:12 ln:57,73.4 lf:45,80.6 ff:-16 a:68,43 n:-6 | h:51,50 t:12 lf:57,73.4 ln:45,80.6 fn:-16 ff:0 a:68,43 n:-6',
  swimming:
    'water:0,72 h:44,76 t:86 n:-14 f:-80 | an:176/4 af:-6/30 ln:-4/6 lf:12/4 | af:160/4 an:-40/70 lf:-4/6 ln:12/4',
  'high-knees':
    '| h:50,59.4 t:2 ln:104/104 lf:52 an:-30/96 af:34/96 | h:50,59.4 t:2 lf:104/104 ln:50 af:-30/96 an:34/96',
  'downward-dog': '| h:44,62.6 t:136 l:30 a:64,91.4 n:10',
  'cat-cow': 'f:-166 h:38,75 a:57,92 l:22.4,91 | t:54 c:38 n:30 | t:78 c:-22 n:-20',
}
