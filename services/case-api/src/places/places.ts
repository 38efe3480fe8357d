import { Injectable, type OnModuleInit } from '@nestjs/common';
import { getDistricts, getRegencies, getVillages } from 'idn-area-data';
import { areaAtLevel, type AreaCode } from '@titian/domain';

/** The villages, districts and regencies of the interior ministry's list, by code. */
@Injectable()
export class Places implements OnModuleInit {
  private names: ReadonlyMap<AreaCode, string> = new Map();

  async onModuleInit(): Promise<void> {
    const [villages, districts, regencies] = await Promise.all([getVillages(), getDistricts(), getRegencies()]);
    this.names = new Map([...regencies, ...districts, ...villages].map(({ code, name }) => [code, name]));
  }

  isKnown(area: AreaCode): boolean {
    return this.names.has(area);
  }

  /** `Tambakrejo, Wonotirto, Kabupaten Blitar`; parts that the list does not know are left out. */
  nameOf(area: AreaCode): string {
    return [4, 3, 2]
      .filter((level) => area.split('.').length >= level)
      .flatMap((level) => this.names.get(areaAtLevel(area, level)) ?? [])
      .join(', ');
  }
}
