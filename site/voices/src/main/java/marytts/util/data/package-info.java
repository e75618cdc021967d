/** Samples on their way from the voice, before the engine's own class of the same name. */
package marytts.util.data;
