import { demoId } from './random.ts';

export interface DemoRoom {
  readonly id: string;
  readonly name: string;
  readonly building: string;
  readonly floor: string;
}

const buildings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'Main Building': {
    Ground: ['Reception', 'Hall', 'Finance Office', 'Student Services', 'Print Room', 'Staff Room'],
    First: ['Room 101', 'Room 102', 'Room 103', 'Room 104', 'Admissions', 'Head’s Office'],
    Second: ['Room 201', 'Room 202', 'Room 203', 'Language Lab', 'Meeting Room Elm'],
  },
  'Science Block': {
    Ground: ['Lecture Theatre A', 'Lecture Theatre B', 'Chemistry Lab', 'Prep Room'],
    First: ['Physics Lab', 'Biology Lab', 'Computer Lab 1', 'Computer Lab 2', 'Science Office'],
  },
  Library: {
    Ground: ['Library Desk', 'Reading Room', 'Study Pod 1', 'Study Pod 2'],
    First: ['Archive', 'Media Suite', 'Meeting Room Oak'],
  },
  'Arts Centre': {
    Ground: ['Theatre', 'Box Office', 'Music Room', 'Recording Studio'],
    First: ['Art Studio', 'Design Workshop'],
  },
  Annex: { Ground: ['Server Room', 'IT Workshop', 'Stores', 'Caretakers’ Office'] },
};

export const rooms: readonly DemoRoom[] = Object.entries(buildings).flatMap(([building, floors]) =>
  Object.entries(floors).flatMap(([floor, names]) =>
    names.map((name) => ({ id: demoId(`room ${building} ${name}`), name, building, floor })),
  ),
);
