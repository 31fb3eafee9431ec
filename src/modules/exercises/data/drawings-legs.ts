/** Drawings of exercises for legs and hips. The text's form: rules/drawing-text.ts. */
const BAR_BACK = 'bb a:-6/-164'
const BAR_RACK = 'bb a:60/160'

export const LEGS: Record<string, string> = {
  'back-squat': `${BAR_BACK} | h:50,59.6 t:5 | h:39.4,79 t:38 n:-14`,
  'front-squat': `${BAR_RACK} | h:48.5,59.6 t:2 | h:42,80 t:18 n:-6`,
  'overhead-squat': 'bb | h:49,59.6 t:4 a:51,17 | h:40.5,80 t:30 a:50.5,41 n:-14',
  'box-squat': `${BAR_BACK} box:20,82.5/38 | h:50,59.6 t:5 | h:34,77.4 t:46 n:-20 l:50`,
  'zercher-squat': 'bb:elbow+0.6,-2.6 a:38/96 | h:49,59.6 t:0 | h:41,79 t:24 n:-8',
  'goblet-squat': 'a:30/128 an:30/128 db:v/near | h:49.4,59.6 t:2 | h:42,80 t:22 n:-8',
  'bodyweight-squat': '| h:49.4,59.3 t:2 a:6/6 | h:40,79 t:40 n:-14 a:122/4',
  'dumbbell-squat': 'db | h:49.4,59.3 t:2 a:2/4 | h:40.2,78.5 t:36 n:-12 a:40/4',
  'dumbbell-sumo-squat':
    'front a:50.6,62 db:v/near l:66 f:60 | h:50,63.4 | h:50,75.5 a:50.6,79 z:shank,.92 z:thigh,.98',
  'smith-machine-squat': `${BAR_BACK} line:51,24/51,94 | h:52,59.8 t:3 l:56 | h:44,79 t:26 n:-8 l:56`,
  'hack-squat':
    'line:16,30/52,94 a:50/125 roll:shoulder+0,-4.4/2.4 | h:41.4,56 t:-29 l:57,79 f:28 line:54,88/68,81 | h:50.5,72.4 t:-29 l:57,79 f:28 line:54,88/68,81',
  'leg-press':
    'bench:18,86/40 pad:33,83/18,66 a:14/40 | h:38,79.6 t:-42 rod:57.6,50.4/70.6,66.4 line:44,94/86,44 l:60.4,56.4 f:50 | h:38,79.6 t:-42 rod:48,59/61,75 line:44,94/86,44 l:51,65.5 f:50',
  'leg-extension':
    'pad:38,74/54,74 pad:37,72/32,50 line:40,76/40,94 line:52,76/52,94 a:-14/18 h:42,67.2 t:-10 roll:ankle+2.4,-1.6/2.6 | l:92/94 f:-2 | l:96/8 f:60',
  'lying-leg-curl':
    'pad:20,78/60,78 line:26,80/26,94 line:56,80/56,94 h:44,71.6 t:-94 n:12 a:60,84! roll:ankle+0,-2/2.6 | t:92 h:56,71.6 l:-3/2 f:0 | t:92 h:56,71.6 l:-3/104',
  'seated-leg-curl':
    'pad:38,74/54,74 pad:37,72/32,50 line:40,76/40,94 line:52,76/52,94 a:10/40 h:42,67.2 t:-10 stay:57,61/2.6 roll:ankle+0,3/2.6 | l:97/10 f:60 | l:92/108',
  'standing-calf-raise':
    'line:30,20/30,94 box:44,87/60 roll:shoulder+2,-4/2.4 a:62/140 t:0 | line:30,30/46,30 h:49.6,52.6 l:50,84.6 f:-8 | line:30,24.6/46,24.6 h:49.6,47.2 l:50,79.6 f:-38',
  'seated-calf-raise':
    'bench:26,76/44 box:55,88/70 weight:50,60.4/57,61 line:54,60/78,50 line:78,50/78,94 h:37,69.4 t:4 a:52,58 | l:58,85 f:0 | l:58,81 f:-34',
  'bodyweight-calf-raise': 'a:4/6 | h:49.6,59 t:0 l:50 | h:50.6,54.4 t:0 l:50,86.8 f:-46',
  'donkey-calf-raise':
    'box:44,88/58 line:84,60/84,94 a:78,62 pad:78,64/88,64 t:84 | h:51,53.4 l:50,85.6 f:-6 | h:51,48.2 l:50,80.6 f:-36',
  'wall-sit': 'line:33,10/33,94 pad:32.6,44/32.6,74 | h:39,73 t:0 l:55.4 a:10/30',
  'pistol-squat': '| h:49.4,59.3 t:2 lf:24/4 a:60/4 | h:40.6,80.4 t:40 n:-16 l:50 lf:126/2 a:112/4',
  'sissy-squat': 'a:34/128 | h:49.6,59 t:0 l:50 | h:46,70.6 t:-38 l:44,87 f:-46 n:6',
  'nordic-curl':
    'pad:20,93/46,93 stay:22,84/3 line:16,94/16,82 line:16,82/22,82 t:0 | h:40,75.4 a:40/90 l:24,90 f:-166 | h:53.4,82.2 t:56 a:70/80 l:24,90 f:-166',
  'bulgarian-split-squat':
    'bench:14,78/34 db lf:28,75.4 ff:-120 ln:60 | h:49.6,60.8 t:8 a:6/4 | h:44,75 t:22 n:-6 a:24/4',
  'dumbbell-lunge': 'db | h:49.6,59.3 t:1 a:2/4 | h:47,75.6 t:6 ln:62 lf:30,87 ff:-52 a:6/4',
  'barbell-lunge': `${BAR_BACK} | h:49.8,59.3 t:3 | h:47,75.6 t:8 ln:62 lf:30,87 ff:-52`,
  'dumbbell-walking-lunge':
    'db | h:42,75.6 t:6 ln:57 lf:25,87 ff:-52 a:6/4 | h:63,75.6 t:6 lf:76 ln:46,87 fn:-52 ff:0 a:6/4',
  'reverse-lunge': '| h:60,59.3 t:1 a:20/110 l:60 | h:46,75.6 t:8 ln:60 lf:28,87 ff:-52 a:24/110',
  'split-squat': 'db ln:62 lf:32,87 ff:-52 | h:48,61.6 t:3 a:2/4 | h:47,76 t:6 a:6/4',
  'dumbbell-step-up':
    'db box:56,76/84 ln:62,73.4 | h:50,60 t:14 lf:44 a:14/4 n:-8 | h:63.4,42.4 t:6 lf:64,72 a:4/4 lf:30/60',
  'lateral-lunge':
    'front z:foot,1 | a:54,47 h:50,59.2 l:54 | h:62,73.5 t:10 a:55,55 ln:70 lf:34 z:thigh,.94 z:shank,.97 af:50,57 an:58,57',
  'sumo-squat': 'front l:66 f:60 a:53,50 | h:50,63 | h:50,75.5 a:53,60 z:shank,.92 z:thigh,.98',

  deadlift: 'bb | h:37.2,71 t:66 n:-30 a:53.4,87 | h:49.6,59 t:-2 a:6/2',
  'romanian-deadlift': 'bb l:50 | h:49.6,59.2 t:-1 a:6/2 | h:37.6,62.6 t:76 n:-22 a:54.2,81.4',
  'dumbbell-romanian-deadlift': 'db:h l:50 | h:49.6,59.2 t:-1 a:10/2 | h:37.6,62.6 t:76 n:-22 a:55,81',
  'rack-pull': 'bb box:40,78.8/68 l:48 | h:38,67 t:50 n:-20 a:51.6,71.4 | h:47.6,59 t:-2 a:6/2',
  'sumo-deadlift':
    'front l:69 f:66 bb | h:50,75 a:54,86.6 z:shank,.92 z:spineLow,.62 z:spineHigh,.62 z:neck,.8 | h:50,64 a:54.6,67.6',
  'trap-bar-deadlift':
    'l:50 bb:hand/7.4 rod:hand+-9,0/hand+9,0 | h:39.6,75.4 t:50 n:-20 a:53,87 | h:49.4,59 t:-1 a:4/2',
  'good-morning': `${BAR_BACK} | h:49.8,59.3 t:4 | h:38.6,62.2 t:72 n:-20`,
  'hip-thrust':
    'bench:12,76/30 l:63 a:52/20 bb:hip+0.6,-6/7.4 | h:44,86 t:-56 n:26 a:-10/110 | h:46.6,73 t:-87 n:38 a:-4/120',
  'glute-bridge': 'l:60 a:-8/4 n:8 | h:44,89 t:-90 | h:43.4,77.6 t:-122 n:32 a:-38/2',
  'back-extension':
    'line:30,94/46,64 pad:45,68/52,62 stay:25,86/2.6 line:20,94/60,94 l:26.6,84 f:-30 | h:45,59.6 t:38 a:20/150 n:0 | h:45,59.6 t:126 a:20/150 n:-6',
  'kettlebell-swing': 'l:50 kb:hand/near | h:39.8,65 t:62 n:-22 a:44.6,75 af:44.6,75 | h:50,59.2 t:-2 a:88/2',
  'kettlebell-deadlift': 'l:50 kb:down/near | h:39.4,74 t:52 n:-22 a:52,84.8 | h:49.6,59 t:-1 a:8/2',
  'single-leg-romanian-deadlift':
    'db:h/near | h:49.6,59.2 t:0 a:4/4 lf:50 | h:45.4,60.6 t:80 n:-16 lf:-6/4 an:63,81.6 af:80/4',
  'cable-pull-through': 'stack:12,40 cable:15.6,86/hand l:54 | h:40.6,65 t:68 n:-24 a:44.6,77 | h:53.4,59.2 t:-3 a:8/2',
  'cable-glute-kickback':
    'stack:86,30 cable:82.4,88/ankle ln:50 a:79,50 | h:58,60.4 t:26 lf:58 ln:54,90 an:80,50 af:80,50 | h:58,60.4 t:34 n:-10 lf:58 ln:-52/8',
  'hip-abduction-machine':
    'front pad:41,62/59,62 z:thigh,.58 z:shank,.98 h:50,66.4 a:14/10 line:50,34/50,94 | l:54,91.4 roll:knee+2.6,0/2.2 roll:knee2+-2.6,0/2.2 | z:thigh,.9 l:66,88 roll:knee+2.6,0/2.2 roll:knee2+-2.6,0/2.2',
  'hip-adduction-machine':
    'front pad:41,62/59,62 z:thigh,.58 z:shank,.98 h:50,66.4 a:14/10 line:50,34/50,94 | z:thigh,.9 l:66,88 roll:knee+-3.4,1/2.2 roll:knee2+3.4,1/2.2 | l:54,91.4 roll:knee+-3.4,1/2.2 roll:knee2+3.4,1/2.2',
  'glute-ham-raise':
    'line:24,94/24,60 line:50,94/50,78 line:18,94/70,94 stay:24,63/2.8 stay:24,71/2.8 pad:45,77/55,77 l:28,67 f:-166 a:40/130 | h:56,69.6 t:94 | h:43.6,54 t:0',
}
