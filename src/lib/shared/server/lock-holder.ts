/** Which process a lock belongs to, and whether that very process is still running. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface LockHolder {
	readonly pid: number;
	/** When the process started, in the system's own words; tells a reused process id apart. */
	readonly startedAt: string;
	/** Host name and, on Linux, the id of this boot. */
	readonly machine: string;
	/** The process id space (container); ids of another space say nothing here. */
	readonly pidSpace: string;
	/** Different for every lock taken. */
	readonly nonce: string;
}

/** The running process, as a lock holder without nonce. */
export function readThisProcess(): Omit<LockHolder, 'nonce'> {
	return {
		pid: process.pid,
		startedAt: readStart(process.pid) ?? '',
		machine: `${hostname()} ${tryRead(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? ''}`,
		pidSpace: tryRead(() => readlinkSync('/proc/self/ns/pid')) ?? ''
	};
}

/** Whether the process that took the lock still runs. Ask only about a process of this machine and id space. */
export function isSameHolder(holder: LockHolder): boolean {
	if (!isRunning(holder.pid)) return false;
	const startedAt = readStart(holder.pid);
	return startedAt === undefined || startedAt === holder.startedAt;
}

function isRunning(pid: number): boolean {
	// 0 and below mean whole groups of processes to the system.
	if (pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as somebody else.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Field 22 of /proc/<pid>/stat, clock ticks since boot (proc(5)). The name in field 2 may hold spaces and brackets, so
 * counting starts after the last bracket. Undefined where there is no /proc. A zombie has ended although it is listed.
 */
function readStart(pid: number): string | undefined {
	const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
	if (stat === undefined) return undefined;
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : `${fields[19]} ticks efter systemstart`;
}

function tryRead(read: () => string): string | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
