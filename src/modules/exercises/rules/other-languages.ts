/**
 * Exercise names of other languages in English words, phrase by phrase: Hevy and Strong export in the phone's language.
 * Only phrases that mean one thing; a name with a word that is left over is asked like any other.
 */
import { foldName } from './names.ts'

/** `english: phrases`, of German, Spanish, French, Italian, Portuguese, Dutch, Swedish, Polish and Russian. */
const PHRASES = `
barbell: langhantel, barra, con barra, barre, a la barre, bilanciere, com barra, halterstang, skivstang, sztanga, штанга, штангой
dumbbell: kurzhantel, kurzhanteln, mancuerna, mancuernas, haltere, halteres, manubrio, manubri, halter, hantel, hantlar, hantle, hantlami, гантели, гантелями
machine: maschine, maquina, macchina, maskin, maszyna, тренажер, в тренажере
smith machine: multipresse, maquina smith, macchina smith, multipower
cable: kabel, kabelzug, polea, poulie, cavo, cavi, ai cavi, cabo, polia, wyciag, блок, на блоке
bodyweight: korpergewicht, peso corporal, poids du corps, corpo libero, lichaamsgewicht, kroppsvikt
band: banda, elastique, elastico, gummiband
ez bar: sz stange, barra ez, barre ez, bilanciere ez
assisted: unterstutzt, asistida, asistido, assiste, assistee, assistita, assistido, assistida
weighted: mit gewicht, con peso, con lastre, leste, lestee, zavorrata, com peso
seated: sitzend, im sitzen, sentado, assis, seduto, zittend, sittande
standing: stehend, im stehen, de pie, debout, in piedi, em pe, staand, staende
lying: liegend, im liegen, acostado, tumbado, allonge, sdraiato, deitado, liggend, liggande
incline: schrag, inclinado, inclinada, incline, inclinata
bent over: vorgebeugt, vorgebeugtes
single arm: einarmig, einarmiges, a un brazo, a un bras
bench press: bankdrucken, press de banca, press banca, developpe couche, panca piana, distensioni su panca, distensioni su panca piana, supino, supino reto, bankdrukken, bankpress, wyciskanie lezac, жим лежа
incline bench press: schragbankdrucken, press de banca inclinado, press inclinado, developpe incline, panca inclinata, distensioni su panca inclinata, supino inclinado
squat: kniebeuge, kniebeugen, sentadilla, sentadillas, agachamento, knaboj, przysiad, przysiady, приседания, присед, присед со
front squat: frontkniebeuge, frontkniebeugen, sentadilla frontal, agachamento frontal, фронтальные приседания
hack: hackenschmidt
deadlift: kreuzheben, peso muerto, souleve de terre, stacco da terra, stacco, stacchi, levantamento terra, marklyft, martwy ciag, становая тяга
romanian deadlift: rumanisches kreuzheben, peso muerto rumano, souleve de terre roumain, stacco rumeno, stacchi rumeni, levantamento terra romeno, rumunski martwy ciag, румынская тяга, румынская становая тяга
sumo deadlift: sumo kreuzheben, peso muerto sumo, souleve de terre sumo, stacco sumo
overhead press: uberkopfdrucken, press militar, developpe militaire, lento avanti, desenvolvimento, desenvolvimento militar, армейский жим
shoulder press: schulterdrucken, press de hombros, press de hombro, developpe epaules, desenvolvimento de ombros
chest press: brustpresse, press de pecho
pull up: klimmzug, klimmzuge, dominada, dominadas, traction, tractions, trazioni, trazione, barra fixa, optrekken, podciaganie, подтягивания, подтягивание
push up: liegestutz, liegestutze, liegestutzen, flexiones, pompe, pompes, piegamenti, flexao, flexoes, opdrukken, armhavningar, pompki, отжимания
leg press: beinpresse, prensa de piernas, prensa, presse a cuisses, pressa, benpress, жим ногами
leg extension: beinstrecker, beinstrecken, extension de piernas, extensiones de piernas, extension des jambes, cadeira extensora, разгибание ног
leg curl: beinbeuger, beinbeugen, curl de piernas, сгибание ног
lying leg curl: liegender beinbeuger, mesa flexora
seated leg curl: sitzender beinbeuger, cadeira flexora
calf raise: wadenheben, elevacion de talones, elevacion de pantorrillas, extension des mollets, panturrilha
lat pulldown: latzug, latziehen, jalon al pecho, tirage vertical, tirage poitrine, puxada, puxada frontal
row: rudern, remo
bent over row: vorgebeugtes rudern, remo inclinado, rematore, remada curvada, тяга в наклоне
seated row: sitzendes rudern, rudern sitzend, remo sentado, remada sentada
lateral raise: seitheben, elevacion lateral, elevaciones laterales, elevation laterale, elevations laterales, alzate laterali, alzata laterale, elevacao lateral
front raise: frontheben, elevacion frontal, elevaciones frontales, elevation frontale, alzate frontali, elevacao frontal
bicep curl: bizepscurl, bizepscurls, bizeps curl, curl de biceps, curl biceps, curl bicipiti, rosca direta, подъем на бицепс
hammer curl: hammercurl, hammercurls, curl martillo, curl marteau, curl a martello, rosca martelo, молотки
preacher curl: scottcurl, scottcurls, curl predicador, rosca scott
triceps extension: trizepsstrecken, extension de triceps, extensiones de triceps, extension triceps
triceps pushdown: trizepsdrucken, triceps pulley
face pull: facepull, facepulls
shrug: schulterheben, encogimientos, encogimiento de hombros, haussements d epaules, scrollate, encolhimento
fly: fliegende, aperturas, ecarte, ecartes, croci, crucifixo
dip: fondos, fondos en paralelas, barrenstutz
lunge: ausfallschritt, ausfallschritte, zancada, zancadas, fente, fentes, affondi, affondo, avanco, utfall, wykroki, выпады
bulgarian split squat: bulgarische kniebeuge, sentadilla bulgara, squat bulgare, agachamento bulgaro, болгарские приседания
plank: unterarmstutz, plancha, gainage, planche, prancha, planka, deska, планка
hanging leg raise: hangendes beinheben, beinheben hangend
running: laufen, correr, course a pied, corsa, corrida, hardlopen, lopning, bieganie, бег
walking: gehen, caminar, marche, camminata, caminhada, wandelen, promenad, chodzenie, ходьба
cycling: radfahren, ciclismo, velo, cyclisme, fietsen, cykling, kolarstwo, велосипед
jump rope: seilspringen, saltar la cuerda, corde a sauter, salto della corda, pular corda
rowing machine: rudergerat, rameur, vogatore, roddmaskin
treadmill: laufband, tapis roulant, tapis de course, cinta de correr, esteira, loopband
swimming: schwimmen, natacion, natation, nuoto, natacao, zwemmen, simning, plywanie, плавание`

const SMALL_WORDS = new Set(
  'mit an am im der die das den dem con en de del la el las los al a au aux avec sur le les d l da do das dos com na no nas em alla alle ai sul su met op de het med pa i z ze na s so со с на в'.split(
    ' ',
  ),
)

/** `longest`: words of the longest phrase. */
type Phrases = { english: ReadonlyMap<string, string>; longest: number }
let known: Phrases | undefined

/** Folded at the first question: who opens another screen has this file too. */
function phrases(): Phrases {
  if (known) return known
  const english = new Map<string, string>()
  let longest = 1
  for (const line of PHRASES.trim().split('\n')) {
    const [word = '', others = ''] = line.split(': ')
    for (const phrase of others.split(',')) {
      const folded = foldName(phrase)
      english.set(folded, word)
      longest = Math.max(longest, folded.split(' ').length)
    }
  }
  known = { english, longest }
  return known
}

/** The name in English words where any of it is of another language; null where nothing is. */
export function inEnglish(name: string): string | null {
  const words = foldName(name).split(' ')
  const { english: dictionary, longest } = phrases()
  const english: string[] = []
  let translated = false
  for (let i = 0; i < words.length; ) {
    let taken = 0
    for (let length = Math.min(longest, words.length - i); length > 0 && taken === 0; length--) {
      const found = dictionary.get(words.slice(i, i + length).join(' '))
      if (found === undefined) continue
      english.push(found)
      taken = length
    }
    if (taken > 0) translated = true
    else if (!SMALL_WORDS.has(words[i] ?? '')) english.push(words[i] ?? '')
    i += taken || 1
  }
  return translated ? english.join(' ') : null
}
