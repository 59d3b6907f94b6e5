/** Every command by its name, one record of them for each kind of record. */
export { batchCommands } from './batch/batchCommands.ts';
export { categoryCommands } from './category/categoryCommands.ts';
export { equipmentCommands } from './equipment/equipmentCommands.ts';
export { roomCommands } from './room/roomCommands.ts';
export { settingsCommands } from './settings/settingsCommands.ts';
export { stocktakeCommands } from './stocktake/stocktakeCommands.ts';
export { ticketCommands } from './ticket/ticketCommands.ts';
export { userCommands } from './user/userCommands.ts';
