/** Drawings of exercises that press, fly and extend. The text's form: rules/drawing-text.ts. */
const ON_BENCH = 'h:58,71.4 t:-90 l:71 bench:25,77.5/66'
const ON_INCLINE = 'h:55,73 t:-48 l:71 pad:51,79.6/33.4,63.8 line:47,77/47,94 line:36,68/36,94 pad:52,79.6/62,79.6'
const ON_SEAT = 'h:42,69.4 t:-4 l:57 pad:35.6,76/52,76 line:44,77/44,94'
const PLANK = 'l:0/0 h:48.3,75 t:69 n:-10'

export const PUSH: Record<string, string> = {
  'bench-press': `bb ${ON_BENCH} | a:41,47.8 | a:44.6,64 z:upperArm,.55`,
  'close-grip-bench-press':
    'front bb h:50,74 z:spineLow,.3 z:spineHigh,.3 z:neck,.55 z:thigh,.5 z:shank,.94 l:63 pad:45,80/55,80 line:50,80/50,94 line:44,94/56,94 | a:54.6,45 | a:54.6,62',
  'floor-press': 'bb:hand/6.4 h:62,88.6 t:-90 l:78 n:4 | a:45,66 | a:47.4,81 z:upperArm,.55',
  'incline-bench-press': `bb ${ON_INCLINE} | a:42,37.4 | a:49.6,54.6 z:upperArm,.55`,
  'decline-bench-press':
    'bb h:58,66 t:-104 n:8 l:71,83 f:16 pad:64,72/27,81.4 line:58,74/58,94 line:36,80/36,94 stay:67.4,84/2.4 line:64,73/68,92 | a:40.4,46.8 | a:45.6,61.6 z:upperArm,.55',
  'dumbbell-bench-press': `db:h ${ON_BENCH} | a:40.6,48.4 | a:43.4,63.4 z:upperArm,.55`,
  'incline-dumbbell-press': `db:h ${ON_INCLINE} | a:42,37.4 | a:47.6,52.8 z:upperArm,.55`,
  'smith-machine-bench-press': `bb ${ON_BENCH} line:42,30/42,94 | a:42,49 | a:43,63.8 z:upperArm,.55`,
  'push-up': `${PLANK} | a:66,92 | h:50.3,85 t:87 a:64,92 z:upperArm,.7`,
  'decline-push-up':
    'box:8,78.8/26 l:0/0 | h:49.3,69.3 t:87 a:68.6,92 n:-10 | h:48.3,79.2 t:104.6 a:63,92 z:upperArm,.75 n:-14',
  'incline-push-up':
    'box:62,75.2/84 l:0/0 | h:48.7,63.5 t:44.6 a:66,73.5 | h:55.7,73.6 t:66.4 a:66,73.5 z:upperArm,.75',
  'knee-push-up': 'l:0/84 f:-180 | h:42.3,80.4 t:48.4 a:57,92 n:-8 | h:46,88 t:78.6 a:60,92 z:upperArm,.75 n:-8',
  dip: 'line:30,61/68,61 line:34,61/34,94 line:64,61/64,94 l:4/74 f:-40 | h:49,55 t:4 a:50,59.4 | h:44,69 t:26 a:50,59.4 n:-10',
  'bench-dip': 'bench:12,74/35 f:36 | h:40.4,68 t:-2 a:33.4,72 l:62 | h:41,83 t:-4 a:33.4,72 n:4 l:70',
  'machine-chest-press': `${ON_SEAT} pad:35,72/34,46 line:33,74/31,94 line:52,22/33,22 line:33,22/33,46 grip rod:52,22/hand | a:50,54 z:upperArm,.6 | a:63.4,53.4`,
  'cable-crossover':
    'front stack:10,10 stack:90,10 l:54 cable:13.6,13/hand2 cable:86.4,13/hand grip:hand grip:hand2 | a:77.6,38 | a:52.6,61 n:0',
  'pec-deck':
    'front h:50,70 z:thigh,.34 l:58 line:50,30/50,94 pad:42,76.6/58,76.6 pad:50,42/50,64 a:90/90 roll:elbow+3,-5/2.4 roll:elbow2+-3,-5/2.4 | | z:upperArm,.3 a:-40/220 roll:elbow+2,-5/2.4 roll:elbow2+-2,-5/2.4',
  'machine-chest-fly':
    'front h:50,70 z:thigh,.34 l:58 line:50,24/50,94 pad:42,76.6/58,76.6 pad:50,42/50,64 line:26,24/74,24 rod:74,24/hand rod:26,24/hand2 grip:hand grip:hand2 | a:80,53 | a:52,55',
  'dumbbell-fly':
    'front db:o h:50,74 z:spineLow,.3 z:spineHigh,.3 z:neck,.55 z:thigh,.5 z:shank,.94 l:63 pad:45,80/55,80 line:50,80/50,94 line:44,94/56,94 | a:53.4,46 | a:80,64',
  'incline-dumbbell-fly':
    'front db:o h:50,77 z:spineLow,.6 z:spineHigh,.6 z:neck,.75 z:thigh,.42 z:shank,.92 l:62 pad:46,83/54,83 pad:50,66/50,80 line:50,83/50,94 line:44,94/56,94 | a:53.4,43 | a:80,60',
  'dumbbell-pullover': `db:v/near ${ON_BENCH} | a:42,48.4 | a:20,60.4 n:-6`,

  'overhead-press': 'front bb l:54.6 | a:60.6,37.4 | a:60.6,17.6',
  'push-press': 'bb | h:48.6,63.6 t:1 a:30/155 n:-6 | h:49.4,59.3 t:0 a:50.6,16.6',
  'seated-dumbbell-press':
    'front db:h h:50,70 z:thigh,.34 l:58 pad:42,76.6/58,76.6 line:50,74/50,94 pad:50,40/50,66 | a:68,47.4 | a:59,28.4',
  'dumbbell-overhead-press': 'front db:h l:54.6 | a:68,36.4 | a:59,17.4',
  'arnold-press': `db:h ${ON_SEAT} pad:35,72/34,46 line:33,74/33,94 | a:42/142 | a:42.6,27`,
  'machine-shoulder-press': `${ON_SEAT} pad:35,72/34,46 line:24,18/24,94 rod:24,26/hand grip | a:49,46 z:upperArm,.75 | a:47,28`,
  'landmine-press':
    'line:86,94/94,94 l:48 wheelGear:90,92/1.6 | h:47,59.2 t:4 an:56,43 af:-6/70 rod:90,92/hand plate:hand+3,4.4 | h:46,59.2 t:16 an:70.6,35.6 af:-6/70 rod:90,92/hand plate:hand+1.6,5',
  'kettlebell-press': 'af:-4/30 | an:34/142 kb:rack/near | an:50.6,17 kb:rack/near',
  'pike-push-up': 'f:-60 l:26,87 | h:40,58.5 t:130 a:65,92 n:6 | h:43.4,60.6 t:147 a:65,92 n:-6',
  'handstand-push-up':
    'line:38,8/38,94 l:2/0 f:-20 t:180 | h:50,50 a:51,92 n:-10 | h:50,62 a:52.6,92 z:upperArm,.8 n:-10',

  'barbell-upright-row': 'front bb l:54.6 | a:55,63 | a:104/-166',
  'lateral-raise': 'front db:o l:54.6 | a:8/4 | a:88/8',
  'cable-lateral-raise': 'front stack:14,40 cable:17.6,89/hand grip:hand l:54.6 af:24/70 | an:50,62 | an:88/8',
  'front-raise': 'db | a:6/4 | a:88/4',
  'rear-delt-fly': 'front db:o h:50,60 z:spineLow,.42 z:spineHigh,.42 z:neck,.3 l:55 | a:55,74 | a:82,50',
  'machine-rear-delt-fly':
    'front h:50,70 z:thigh,.34 l:58 pad:42,76.6/58,76.6 line:50,24/50,36 line:26,24/74,24 rod:74,24/hand rod:26,24/hand2 grip:hand grip:hand2 padFront:50,46/50,60 lineFront:50,60/50,94 | a:53,53 | a:80,51',
  'face-pull':
    'stack:90,14 cable:86.4,36/hand l:48 grip | h:47.4,59.2 t:-2 a:71,38 | h:46.4,59.2 t:-6 a:53.6,33.6! z:upperArm,.7',
  'barbell-shrug': 'front bb l:54.6 a:60.6,64 | | z:spineHigh,1.22 z:neck,.72 a:60.6,61.4',
  'dumbbell-shrug': 'front db:o l:54.6 | a:8/2 | z:spineHigh,1.25 z:neck,.68 a:8/2',
  'band-pull-apart': 'front l:54.6 band:hand/hand2 | z:upperArm,.3 z:forearm,.3 a:57,43 | a:81.4,41',

  'triceps-pushdown': 'stack:84,10 cable:80.4,13/hand l:50 t:8 h:48,59.2 grip:hand | a:14/112 | a:12/8',
  'rope-pushdown':
    'stack:84,10 cable:80.4,13/hand l:50 t:8 h:48,59.2 | a:14/112 rod:hand/hand+-1.6,5 | a:10/4 rod:hand/hand+-3,4.6',
  skullcrusher: `bb:hand/6.4 ${ON_BENCH} | a:90/2 | a:92/104`,
  'ez-bar-skullcrusher': `bb:hand/4.8 ${ON_BENCH} | a:96/2 | a:104/96`,
  'overhead-triceps-extension': 'db:v/near l:50 | a:172/14 | a:166/128',
  'cable-overhead-triceps-extension':
    'stack:16,10 cable:19.6,36/hand l:56 lf:44 lf:42,87 ff:-40 h:50.6,60.2 t:24 grip | a:160/104 | a:146/6',
  'triceps-kickback': 'bench:50,76/84 db:x/near l:44 h:43,60.4 t:68 n:-20 af:64,75 lf:40 | an:0/82 | an:-4/4',
}
