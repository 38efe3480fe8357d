import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/**
 * Lets go of connections that never asked anything, e.g. those that a browser opens ahead or again after it broke off a
 * stream. Node counts them as busy: a server that stops would wait a minute for their first request.
 */
@Injectable()
export class SilentConnections implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly open = new Set<Socket>();
  private draining = false;

  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.on('connection', (socket) => {
      this.open.add(socket);
      socket.once('close', () => {
        this.open.delete(socket);
      });
      if (this.draining) this.letGo(socket);
    });
  }

  onModuleDestroy(): void {
    this.draining = true;
    for (const socket of this.open) this.letGo(socket);
  }

  private letGo(socket: Socket): void {
    if (socket.bytesRead === 0) socket.destroy();
  }
}
