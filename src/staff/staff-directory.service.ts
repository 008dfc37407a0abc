import { Injectable } from '@nestjs/common';
import { permissionsOf } from './role-permissions.js';
import type { StaffMember } from './staff-member.js';
import { StaffRepository } from './staff.repository.js';

/** Who works here, and what they may do. */
@Injectable()
export class StaffDirectory {
  constructor(private readonly staff: StaffRepository) {}

  /** Read anew for each request, so that a changed role holds at once. */
  async find(id: string): Promise<StaffMember | null> {
    const staff = await this.staff.findById(id);
    if (!staff) return null;
    const { username, role } = staff;
    return { id, username, role, permissions: permissionsOf(role) };
  }
}
