/** The exercises that are logged most, by the lists of the two apps people come from and by what gyms have. */
export const MOST_USED = `
back-squat front-squat goblet-squat leg-press hack-squat smith-machine-squat bodyweight-squat overhead-squat box-squat
pistol-squat wall-sit dumbbell-sumo-squat barbell-thruster dumbbell-squat zercher-squat
deadlift sumo-deadlift romanian-deadlift dumbbell-romanian-deadlift trap-bar-deadlift good-morning hip-thrust glute-bridge
back-extension kettlebell-swing single-leg-romanian-deadlift cable-pull-through rack-pull
bulgarian-split-squat dumbbell-lunge barbell-lunge dumbbell-walking-lunge reverse-lunge split-squat dumbbell-step-up
lateral-lunge
bench-press incline-bench-press decline-bench-press close-grip-bench-press floor-press dumbbell-bench-press
incline-dumbbell-press smith-machine-bench-press push-up decline-push-up incline-push-up knee-push-up dip
machine-chest-press
overhead-press push-press seated-dumbbell-press dumbbell-overhead-press arnold-press machine-shoulder-press landmine-press
kettlebell-press pike-push-up handstand-push-up
barbell-row pendlay-row dumbbell-row one-arm-dumbbell-row chest-supported-row t-bar-row seated-cable-row inverted-row
machine-row single-arm-cable-row
pull-up chin-up neutral-grip-pull-up assisted-pull-up lat-pulldown close-grip-lat-pulldown straight-arm-pulldown muscle-up
dumbbell-fly cable-crossover pec-deck machine-chest-fly dumbbell-pullover incline-dumbbell-fly
lateral-raise cable-lateral-raise front-raise rear-delt-fly machine-rear-delt-fly face-pull barbell-upright-row
barbell-shrug dumbbell-shrug band-pull-apart
barbell-curl dumbbell-curl hammer-curl ez-bar-curl barbell-preacher-curl machine-preacher-curl concentration-curl
incline-curl cable-curl seated-dumbbell-curl
triceps-pushdown rope-pushdown skullcrusher ez-bar-skullcrusher overhead-triceps-extension
cable-overhead-triceps-extension triceps-kickback bench-dip dead-hang
leg-extension lying-leg-curl seated-leg-curl nordic-curl hip-abduction-machine hip-adduction-machine cable-glute-kickback
standing-calf-raise seated-calf-raise bodyweight-calf-raise leg-press-calf-press
plank side-plank crunch sit-up hanging-leg-raise hanging-knee-raise cable-crunch ab-wheel-rollout russian-twist dead-bug
bird-dog lying-leg-raise bicycle-crunch v-up hollow-hold mountain-climber decline-crunch
farmers-walk sled-push clean power-clean hang-clean snatch clean-and-jerk push-jerk dumbbell-snatch
box-jump jump-squat medicine-ball-slam wall-ball burpee jumping-jack jump-rope battle-ropes
rowing-machine treadmill-run running walking cycling indoor-cycling air-bike elliptical stair-machine-steps ski-erg swimming
`
  .trim()
  .split(/\s+/)
