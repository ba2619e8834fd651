const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether a host is one's own machine. */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname);
