// Stands between the page and every wasm: lets a test make the next call trap, or the next of one name, and keeps the
// memories to look at.

window.wasm = { trapNext: false, instances: 0, memories: [] };

{
  const guard = (name, call) =>
    function (...given) {
      if (window.wasm.trapNext === true || window.wasm.trapNext === name) {
        window.wasm.trapNext = false;
        throw new WebAssembly.RuntimeError("unreachable");
      }
      return call.apply(this, given);
    };
  const wrap = ({ exports }) => {
    window.wasm.instances += 1;
    if (exports.memory) window.wasm.memories.push(exports.memory);
    const guarded = Object.entries(exports).map(([name, item]) => [name, typeof item === "function" ? guard(name, item) : item]);
    return { exports: Object.fromEntries(guarded) };
  };
  const { instantiate, instantiateStreaming, Instance } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const { module, instance } = await instantiateStreaming(...given);
    return { module, instance: wrap(instance) };
  };
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    return made instanceof Instance ? wrap(made) : { module: made.module, instance: wrap(made.instance) };
  };
  WebAssembly.Instance = function (...given) {
    return wrap(new Instance(...given));
  };
}
