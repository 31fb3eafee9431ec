/** The browser's database for every unit test: Dexie looks for one when it is first read, in whichever test that is. */
import 'fake-indexeddb/auto'
