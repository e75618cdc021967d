/** A step of the voice's text analysis, before the engine's own of the same name. */
package marytts.modules;
