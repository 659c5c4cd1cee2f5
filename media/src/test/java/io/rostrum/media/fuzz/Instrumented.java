package io.rostrum.media.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Loads our classes anew; where code may go one way or the other, it tells {@link Probes}. */
final class Instrumented extends ClassLoader {
    private static final ClassDesc PROBES = ClassDesc.of(Probes.class.getName());
    private static final MethodTypeDesc REACH =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final List<String> TESTS = List.of("/test-classes/", "/test/");

    Instrumented() {
        super(Instrumented.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.rostrum.") || name.equals(Probes.class.getName())) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        try (InputStream file = getResourceAsStream(path)) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = file.readAllBytes();
            byte[] told = isTest(path) ? code : telling(code);
            return defineClass(name, told, 0, told.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private boolean isTest(String path) {
        String place = String.valueOf(getResource(path));
        return TESTS.stream().anyMatch(folder -> place.endsWith(folder + path));
    }

    private byte[] telling(byte[] code) {
        ClassFile files =
                ClassFile.of(
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(getParent())),
                        ClassFile.DebugElementsOption.DROP_DEBUG);
        return files.transformClass(
                files.parse(code),
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Probing::new)));
    }

    /** A probe at the start, at each label, and after each branch that is not taken. */
    private static final class Probing implements CodeTransform {
        private boolean due = true;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (due && element instanceof Instruction) {
                code.loadConstant(Probes.place()).invokestatic(PROBES, "reach", REACH);
                due = false;
            }
            code.with(element);
            due |= element instanceof LabelTarget || element instanceof BranchInstruction;
        }
    }
}
